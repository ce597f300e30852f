/** The files of systems with RPM packages: bash, coreutils in one program, dnf. */
import { folders } from './folders.ts';
import { blob, folder, link, links, programs, type Files } from './tree.ts';

const coreutils =
  '[ arch b2sum base32 base64 basename basenc cat chcon chgrp chmod chown cksum comm cp csplit cut date dd df dir dircolors dirname du echo env expand expr factor false fmt fold groups head hostid id install join link ln logname ls md5sum mkdir mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk pinky pr printenv printf ptx pwd readlink realpath rm rmdir runcon seq sha1sum sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat stdbuf stty sum sync tac tail tee test timeout touch tr true truncate tsort tty uname unexpand uniq unlink users vdir wc who whoami yes';
const others = 'bash curl egrep fgrep find gawk getent getopt grep gunzip gzip ldd locale rpm rpmkeys sed tar xargs zcat';
const admin = 'chroot groupadd ldconfig nologin useradd usermod';

/** What tells one system of the family from another. */
export interface RpmSystem {
  readonly osRelease: string;
  /** Path under /etc/yum.repos.d. */
  readonly repository: string;
  /** `dnf5` on newer systems. */
  readonly manager: string;
}

/** Fedora 44. */
export const fedoraSystem: RpmSystem = {
  osRelease: 'NAME="Fedora Linux"\nVERSION="44 (Container Image)"\nID=fedora\nVERSION_ID=44\nPLATFORM_ID="platform:f44"\nPRETTY_NAME="Fedora Linux 44 (Container Image)"\nHOME_URL="https://fedoraproject.org/"\n',
  repository: 'fedora.repo',
  manager: 'dnf5',
};

/** Amazon Linux 2023. */
export const amazonLinuxSystem: RpmSystem = {
  osRelease: 'NAME="Amazon Linux"\nVERSION="2023"\nID="amzn"\nID_LIKE="fedora"\nVERSION_ID="2023"\nPLATFORM_ID="platform:al2023"\nPRETTY_NAME="Amazon Linux 2023"\nHOME_URL="https://aws.amazon.com/linux/amazon-linux-2023/"\n',
  repository: 'amazonlinux.repo',
  manager: 'dnf-3',
};

/** Files of a minimal system. */
export function rpmFiles({ osRelease, repository, manager }: RpmSystem): Files {
  return {
    ...folders,
    bin: link('usr/bin'),
    lib: link('usr/lib'),
    lib64: link('usr/lib64'),
    sbin: link('usr/sbin'),
    'etc/os-release': link('../usr/lib/os-release'),
    'etc/passwd': 'root:x:0:0:Super User:/root:/bin/bash\nbin:x:1:1:bin:/bin:/usr/sbin/nologin\ndaemon:x:2:2:daemon:/sbin:/usr/sbin/nologin\nnobody:x:65534:65534:Kernel Overflow User:/:/usr/sbin/nologin\n',
    'etc/group': 'root:x:0:\nbin:x:1:\ndaemon:x:2:\nnobody:x:65534:\n',
    [`etc/yum.repos.d/${repository}`]: `[${repository.replace('.repo', '')}]\nenabled=1\ngpgcheck=1\n`,
    'usr/lib/os-release': osRelease,
    'usr/bin/coreutils': 1_400_000,
    ...links('usr/bin', 'coreutils', coreutils),
    ...programs('usr/bin', 200_000, others),
    'usr/bin/sh': link('bash'),
    'usr/bin/awk': link('gawk'),
    [`usr/bin/${manager}`]: 800_000,
    'usr/bin/dnf': link(manager),
    'usr/bin/yum': link(manager),
    ...programs('usr/sbin', 80_000, admin),
    'usr/lib64/libc.so.6': blob(2_400_000, 'libc rpm', { mode: 0o755 }),
    'usr/local/bin': folder(),
    'var/cache': folder(),
    'var/lib/rpm/rpmdb.sqlite': blob(8_000_000, 'rpmdb'),
  };
}
