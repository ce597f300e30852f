/** What nearly every RUN begins with: files, folders, modes, printing. */
import { basename } from '../basename.ts';
import { cat } from '../cat.ts';
import { chmod } from '../chmod.ts';
import { chgrp, chown } from '../chown.ts';
import { cp } from '../cp.ts';
import { date } from '../date.ts';
import { dirname } from '../dirname.ts';
import { echo } from '../echo.ts';
import { env } from '../env.ts';
import { hostname } from '../hostname.ts';
import { groups, id, whoami } from '../identity.ts';
import { install } from '../install.ts';
import { ln } from '../ln.ts';
import { ls } from '../ls.ts';
import { mkdir } from '../mkdir.ts';
import { mktemp } from '../mktemp.ts';
import { mv } from '../mv.ts';
import { printenv } from '../printenv.ts';
import { printf } from '../printf.ts';
import { readlink } from '../readlink.ts';
import { realpath } from '../realpath.ts';
import { rm } from '../rm.ts';
import { rmdir } from '../rmdir.ts';
import { sleep } from '../sleep.ts';
import { falseTool, nproc, pwd, sync, trueTool, tty, yes } from '../small.ts';
import { test } from '../test.ts';
import type { Tool } from '../tool.ts';
import { touch } from '../touch.ts';
import { uname } from '../uname.ts';
import { which } from '../which.ts';

export const everydayTools: readonly Tool[] = [
  basename, cat, chgrp, chmod, chown, cp, date, dirname, echo, env, falseTool, groups, hostname, id, install, ln, ls, mkdir, mktemp, mv, nproc,
  printenv, printf, pwd, readlink, realpath, rm, rmdir, sleep, sync, test, touch, trueTool, tty, uname, which, whoami, yes,
];
