/** The files of BusyBox images. */
import { folders } from './folders.ts';
import { link, links, program, type Files } from './tree.ts';

const applets =
  '[ [[ addgroup adduser arch arp arping ascii ash awk base32 base64 basename bc bunzip2 bzcat bzip2 cal cat chattr chgrp chmod chown chpasswd chroot cksum clear cmp comm cp cpio crond crontab cut date dc dd delgroup deluser df diff dirname dmesg dos2unix du echo ed egrep env expand expr factor fallocate false fgrep find flock fold free ftpget ftpput fuser getopt grep groups gunzip gzip head hexdump hostid hostname httpd id install ip kill killall less link ln logger login logname ls lsof md5sum mkdir mkfifo mknod mktemp more mount mv nc netstat nice nl nohup nproc nslookup od passwd paste patch pgrep pidof ping pkill printenv printf ps pwd readlink realpath rev rm rmdir route run-parts sed seq setsid sha1sum sha256sum sha512sum shred shuf sleep sort split stat strings stty su sum sync tac tail tar tee telnet test time timeout top touch tr traceroute true truncate tty uname unexpand uniq unix2dos unlink unxz unzip uptime users usleep uudecode uuencode vi watch wc wget which who whoami xargs xxd xz xzcat yes zcat';

/** Files of a BusyBox system: one program under many names. */
export function busyboxFiles(architecture: string): Files {
  return {
    ...folders,
    'bin/busybox': program(1_000_000, `busybox ${architecture}`),
    'bin/sh': link('busybox'),
    ...links('bin', 'busybox', applets),
    'etc/group': 'root:x:0:\ndaemon:x:1:\nbin:x:2:\nsys:x:3:\nmail:x:8:\nwww-data:x:33:\noperator:x:37:\nnogroup:x:65534:\n',
    'etc/passwd': 'root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1:daemon:/usr/sbin:/bin/false\nbin:x:2:2:bin:/bin:/bin/false\nsys:x:3:3:sys:/dev:/bin/false\nsync:x:4:100:sync:/bin:/bin/sync\nmail:x:8:8:mail:/var/spool/mail:/bin/false\nwww-data:x:33:33:www-data:/var/www:/bin/false\noperator:x:37:37:Operator:/var:/bin/false\nnobody:x:65534:65534:nobody:/home:/bin/false\n',
    'usr/bin/env': link('../../bin/env'),
  };
}
