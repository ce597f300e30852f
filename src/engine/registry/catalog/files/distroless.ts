import { blob, folder, link, links, program, type Files } from './tree.ts';

/** What programs without a system around them look for. */
export const distrolessFiles: Files = {
  bin: link('usr/bin'),
  lib: link('usr/lib'),
  sbin: link('usr/sbin'),
  dev: folder(),
  'etc/group': 'root:x:0:\nnobody:x:65534:\ntty:x:5:\nstaff:x:50:\nnonroot:x:65532:\n',
  'etc/host.conf': 'multi on\n',
  'etc/nsswitch.conf': '# /etc/nsswitch.conf\npasswd:         files\ngroup:          files\nhosts:          files dns\nnetworks:       files\n',
  'etc/os-release': link('../usr/lib/os-release'),
  'etc/passwd': 'root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n',
  'etc/services': blob(12_800, 'services'),
  'etc/ssl/certs/ca-certificates.crt': blob(214_000, 'ca-certificates'),
  home: folder(),
  'home/nonroot': folder(0o700, { uid: 65532, gid: 65532 }),
  proc: folder(0o555),
  root: folder(0o700),
  run: folder(),
  sys: folder(0o555),
  tmp: folder(0o1777),
  'usr/bin': folder(),
  'usr/lib/os-release': 'PRETTY_NAME="Distroless"\nNAME="Debian GNU/Linux"\nID="debian"\nVERSION_ID="12"\nVERSION="Debian GNU/Linux 12 (bookworm)"\nHOME_URL="https://github.com/GoogleContainerTools/distroless"\n',
  'usr/sbin': folder(),
  'usr/share/zoneinfo/tzdata.zi': blob(1_300_000, 'tzdata'),
  'usr/share/zoneinfo/UTC': blob(114, 'UTC'),
  'var/lib/dpkg/status.d/base-files': blob(1_000, 'base-files'),
};

/** What debug variants have beside them: a shell and the usual commands, all in a folder of their own. */
export const debugFiles: Files = {
  'busybox/busybox': program(1_000_000, 'busybox debug'),
  ...links('busybox', 'busybox', 'sh ash awk cat chmod chown cp cut date df diff du echo env find free grep head hostname id ip kill ln ls mkdir more mv nc netstat nslookup ping printenv printf ps pwd readlink rm sed sleep sort stat tail tar tee test top touch tr true uname vi wc wget which whoami xargs'),
};
