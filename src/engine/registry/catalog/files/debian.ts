/** The files of Debian and Ubuntu images: dash, bash, coreutils and apt, with /bin, /lib and /sbin as links into /usr. */
import { dpkgStatus } from './dpkg-status.ts';
import { folders } from './folders.ts';
import { blob, folder, link, programs, type Files } from './tree.ts';

const coreutils =
  '[ arch b2sum base32 base64 basename basenc cat chcon chgrp chmod chown cksum comm cp csplit cut date dd df dir dircolors dirname du echo env expand expr factor false fmt fold groups head hostid id install join link ln logname ls md5sum mkdir mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk pinky pr printenv printf ptx pwd readlink realpath rm rmdir runcon seq sha1sum sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat stdbuf stty sum sync tac tail tee test timeout touch tr true truncate tsort tty uname unexpand uniq unlink users vdir wc who whoami yes';
const others =
  'bashbug chage chfn chsh clear clear_console cmp deb-systemd-helper debconf diff diff3 dmesg egrep faillog fgrep find findmnt flock getconf getent getopt grep gpasswd gunzip gzexe gzip hostname infocmp ipcmk ipcrm ipcs last lastlog ldd locale localedef logger login lsblk lscpu lslogins mawk mcookie mesg more mount mountpoint namei newgrp nsenter partx passwd perl prlimit rev rgrep run-parts sdiff sed setpriv setsid su tabs tar taskset tempfile tic toe tput tset umount unshare update-alternatives utmpdump wall wdctl whereis which xargs zcat zdump zgrep';
const apt = 'apt apt-cache apt-cdrom apt-config apt-get apt-key apt-mark dpkg dpkg-deb dpkg-divert dpkg-maintscript-helper dpkg-query dpkg-split dpkg-statoverride dpkg-trigger';
const admin =
  'addgroup adduser agetty badblocks blkid chgpasswd chpasswd chroot cron delgroup deluser e2fsck fdisk fsck groupadd groupdel groupmod grpck installkernel invoke-rc.d ldconfig losetup mkfs mkswap newusers nologin pivot_root policy-rc.d pwck pwconv runuser service start-stop-daemon swapoff swapon switch_root sysctl tzconfig update-passwd update-rc.d useradd userdel usermod vigr vipw zic';

const passwd = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
bin:x:2:2:bin:/bin:/usr/sbin/nologin
sys:x:3:3:sys:/dev:/usr/sbin/nologin
sync:x:4:65534:sync:/bin:/bin/sync
games:x:5:60:games:/usr/games:/usr/sbin/nologin
man:x:6:12:man:/var/cache/man:/usr/sbin/nologin
lp:x:7:7:lp:/var/spool/lpd:/usr/sbin/nologin
mail:x:8:8:mail:/var/mail:/usr/sbin/nologin
news:x:9:9:news:/var/spool/news:/usr/sbin/nologin
uucp:x:10:10:uucp:/var/spool/uucp:/usr/sbin/nologin
proxy:x:13:13:proxy:/bin:/usr/sbin/nologin
www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
backup:x:34:34:backup:/var/backups:/usr/sbin/nologin
list:x:38:38:Mailing List Manager:/var/list:/usr/sbin/nologin
irc:x:39:39:ircd:/run/ircd:/usr/sbin/nologin
_apt:x:42:65534::/nonexistent:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
`;
const group = `root:x:0:
daemon:x:1:
bin:x:2:
sys:x:3:
adm:x:4:
tty:x:5:
disk:x:6:
lp:x:7:
mail:x:8:
news:x:9:
uucp:x:10:
man:x:12:
proxy:x:13:
kmem:x:15:
dialout:x:20:
fax:x:21:
voice:x:22:
cdrom:x:24:
floppy:x:25:
tape:x:26:
sudo:x:27:
audio:x:29:
dip:x:30:
www-data:x:33:
backup:x:34:
operator:x:37:
list:x:38:
irc:x:39:
src:x:40:
shadow:x:42:
utmp:x:43:
video:x:44:
sasl:x:45:
plugdev:x:46:
staff:x:50:
games:x:60:
users:x:100:
nogroup:x:65534:
`;

/** What tells one system of the family from another. */
export interface System {
  readonly osRelease: string;
  /** Path under /etc and content, `debian_version`. */
  readonly versionFile: readonly [name: string, content: string];
  /** `http://deb.debian.org/debian`, with suites and components. */
  readonly sources: readonly [path: string, content: string];
}

/** Files of a minimal Debian-like system, about 40 MB without its rest. */
export function debianFiles(system: System, architecture: string): Files {
  const triplet = { amd64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu', arm: 'arm-linux-gnueabihf', '386': 'i386-linux-gnu', riscv64: 'riscv64-linux-gnu' }[architecture] ?? `${architecture}-linux-gnu`;
  const lib = `usr/lib/${triplet}`;
  return {
    ...folders,
    bin: link('usr/bin'),
    lib: link('usr/lib'),
    sbin: link('usr/sbin'),
    'etc/group': group,
    'etc/hostname': 'localhost\n',
    'etc/os-release': link('../usr/lib/os-release'),
    'etc/passwd': passwd,
    'etc/shells': '# /etc/shells: valid login shells\n/bin/sh\n/usr/bin/sh\n/bin/bash\n/usr/bin/bash\n/bin/dash\n/usr/bin/dash\n',
    [`etc/${system.versionFile[0]}`]: system.versionFile[1],
    [`etc/apt/${system.sources[0]}`]: system.sources[1],
    'etc/apt/apt.conf.d/docker-autoremove-suggests': 'Apt::AutoRemove::SuggestsImportant "false";\n',
    'etc/apt/apt.conf.d/docker-clean': 'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };\nAPT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };\nDir::Cache::pkgcache "";\nDir::Cache::srcpkgcache "";\n',
    'etc/apt/apt.conf.d/docker-gzip-indexes': 'Acquire::GzipIndexes "true";\n',
    'etc/apt/apt.conf.d/docker-no-languages': 'Acquire::Languages "none";\n',
    'usr/lib/os-release': system.osRelease,
    'usr/bin/dash': 130_000,
    'usr/bin/sh': link('dash'),
    'usr/bin/bash': 1_298_000,
    'usr/bin/awk': link('mawk'),
    ...programs('usr/bin', 55_000, coreutils),
    ...programs('usr/bin', 60_000, others),
    ...programs('usr/bin', 90_000, apt),
    ...programs('usr/sbin', 60_000, admin),
    [`${lib}/libc.so.6`]: blob(2_006_000, `libc ${triplet}`, { mode: 0o755 }),
    [`${lib}/libapt-pkg.so.7.0`]: blob(2_100_000, `libapt ${triplet}`),
    [`${lib}/libsystemd.so.0`]: blob(980_000, `libsystemd ${triplet}`),
    [`${lib}/perl-base/unicore/Heavy.pl`]: blob(4_600_000, 'perl-base'),
    'usr/local/bin': folder(),
    'usr/local/sbin': folder(),
    'usr/share/zoneinfo/UTC': blob(114, 'UTC'),
    'usr/share/doc': folder(),
    'var/cache/apt/archives/partial': folder(),
    'var/lib/apt/lists': folder(),
    'var/lib/dpkg/status': dpkgStatus(/^VERSION_CODENAME=(\w+)/m.exec(system.osRelease)?.[1] ?? 'trixie', architecture),
    'var/log': folder(),
  };
}

const debianVersions: Readonly<Record<string, readonly [major: string, full: string]>> = { bullseye: ['11', '11.11'], bookworm: ['12', '12.12'], trixie: ['13', '13.1'] };

/** Debian by its code name. */
export function debianSystem(suite: string): System {
  const [major, full] = debianVersions[suite] ?? ['13', '13.1'];
  return {
    osRelease: `PRETTY_NAME="Debian GNU/Linux ${major} (${suite})"\nNAME="Debian GNU/Linux"\nVERSION_ID="${major}"\nVERSION="${major} (${suite})"\nVERSION_CODENAME=${suite}\nDEBIAN_VERSION_FULL=${full}\nID=debian\nHOME_URL="https://www.debian.org/"\nSUPPORT_URL="https://www.debian.org/support"\nBUG_REPORT_URL="https://bugs.debian.org/"\n`,
    versionFile: ['debian_version', `${full}\n`],
    sources: [
      'sources.list.d/debian.sources',
      `Types: deb\nURIs: http://deb.debian.org/debian\nSuites: ${suite} ${suite}-updates\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n\nTypes: deb\nURIs: http://deb.debian.org/debian-security\nSuites: ${suite}-security\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n`,
    ],
  };
}

/** Ubuntu by its version and code name. */
export function ubuntuSystem(version: string, suite: string, adjective: string): System {
  return {
    osRelease: `PRETTY_NAME="Ubuntu ${version} LTS"\nNAME="Ubuntu"\nVERSION_ID="${version}"\nVERSION="${version} LTS (${adjective})"\nVERSION_CODENAME=${suite}\nID=ubuntu\nID_LIKE=debian\nHOME_URL="https://www.ubuntu.com/"\nSUPPORT_URL="https://help.ubuntu.com/"\nBUG_REPORT_URL="https://bugs.launchpad.net/ubuntu/"\nUBUNTU_CODENAME=${suite}\n`,
    versionFile: ['lsb-release', `DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=${version}\nDISTRIB_CODENAME=${suite}\nDISTRIB_DESCRIPTION="Ubuntu ${version} LTS"\n`],
    sources: [
      'sources.list.d/ubuntu.sources',
      `Types: deb\nURIs: http://archive.ubuntu.com/ubuntu/\nSuites: ${suite} ${suite}-updates ${suite}-backports\nComponents: main universe restricted multiverse\nSigned-By: /usr/share/keyrings/ubuntu-archive-keyring.gpg\n`,
    ],
  };
}

/** What `buildpack-deps` adds: compilers, version control, downloads. */
export const buildTools: Files = {
  ...programs('usr/bin', 1_000_000, 'gcc g++ cpp as ld make git hg svn ssh scp ssh-keygen curl wget gpg openssl file unzip zip xz bzip2 patch pkg-config autoconf automake ps top free pgrep pkill procps'),
  'usr/bin/cc': link('gcc'),
  'usr/bin/c++': link('g++'),
  'usr/lib/gcc/cc1': blob(32_000_000, 'cc1'),
  'usr/lib/gcc/cc1plus': blob(34_000_000, 'cc1plus'),
  'etc/ssl/certs/ca-certificates.crt': blob(214_000, 'ca-certificates'),
};

/** Programs of the development packages that `buildpack-deps` has beside them: those of database clients. */
export const developmentPrograms: Files = programs('usr/bin', 40_000, 'pg_config mariadb_config mysql_config');
