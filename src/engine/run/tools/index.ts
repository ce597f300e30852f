/** All tools: those of every system in alphabetical order, then those of each language, which keep their own lists. */
import { addgroup, adduser, delgroup, deluser, groupadd, useradd, usermod } from './accounts.ts';
import { bzip2, unzip, xz, zip, zstd } from './archives.ts';
import { awk } from './awk/awk.ts';
import { basename } from './basename.ts';
import { cat } from './cat.ts';
import { md5sum, sha1sum, sha256sum, sha512sum } from './checksum.ts';
import { chmod } from './chmod.ts';
import { chgrp, chown } from './chown.ts';
import { cmp } from './cmp.ts';
import { cp } from './cp.ts';
import { cut } from './cut.ts';
import { date } from './date.ts';
import { dd } from './dd.ts';
import { diff } from './diff.ts';
import { dirname } from './dirname.ts';
import { du } from './du.ts';
import { echo } from './echo.ts';
import { env } from './env.ts';
import { expr } from './expr.ts';
import { curl, wget } from './fetch.ts';
import { find } from './find.ts';
import { go } from './go/go.ts';
import { protoc } from './go/protoc.ts';
import { grep } from './grep.ts';
import { gzip } from './gzip.ts';
import { head } from './head.ts';
import { hostname } from './hostname.ts';
import { groups, id, whoami } from './identity.ts';
import { install } from './install.ts';
import { ln } from './ln.ts';
import { ls } from './ls.ts';
import { mkdir } from './mkdir.ts';
import { mkfifo } from './mkfifo.ts';
import { mktemp } from './mktemp.ts';
import { mv } from './mv.ts';
import { od } from './od.ts';
import { printenv } from './printenv.ts';
import { printf } from './printf.ts';
import { readlink } from './readlink.ts';
import { realpath } from './realpath.ts';
import { base64, fold, nl, paste, rev, tac } from './rearrange.ts';
import { rm } from './rm.ts';
import { rmdir } from './rmdir.ts';
import { sed } from './sed/sed.ts';
import { seq } from './seq.ts';
import { sleep } from './sleep.ts';
import { falseTool, nproc, pwd, sync, trueTool, tty, yes } from './small.ts';
import { sort } from './sort.ts';
import { stat } from './stat.ts';
import { tail } from './tail.ts';
import { tar } from './tar.ts';
import { tee } from './tee.ts';
import { test } from './test.ts';
import { dotnetTools } from './dotnet/index.ts';
import { elixirTools } from './elixir/index.ts';
import { javaTools } from './java/index.ts';
import { nativeTools } from './native/index.ts';
import { nodeTools } from './node/index.ts';
import { phpTools } from './php/index.ts';
import { pythonTools } from './python/index.ts';
import { rubyTools } from './ruby/index.ts';
import { rustTools } from './rust/index.ts';
import { systemTools } from './system/index.ts';
import type { Tool } from './tool.ts';
import { touch } from './touch.ts';
import { tr } from './tr.ts';
import { truncate } from './truncate.ts';
import { uname } from './uname.ts';
import { uniq } from './uniq.ts';
import { wc } from './wc.ts';
import { which } from './which.ts';
import { xargs } from './xargs.ts';

export const TOOLS: readonly Tool[] = [
  addgroup, adduser, awk, base64, basename, bzip2, cat, chgrp, chmod, chown, cmp, cp, curl, cut, date, dd, delgroup, deluser, diff, dirname, du,
  echo, env, expr, falseTool, find, fold, go, grep, groupadd, groups, gzip, head, hostname, id, install, ln, ls, md5sum, mkdir, mkfifo,
  mktemp, mv, nl, nproc, od, paste, printenv, printf, protoc, pwd, readlink, realpath, rev, rm, rmdir, sed, seq, sha1sum, sha256sum, sha512sum,
  sleep, sort, stat, sync, tac, tail, tar, tee, test, touch, tr, trueTool, truncate, tty, uname, uniq, unzip, useradd, usermod, wc, wget, which,
  whoami, xargs, xz, yes, zip, zstd,
  ...dotnetTools, ...elixirTools, ...javaTools, ...nativeTools, ...nodeTools, ...phpTools, ...pythonTools, ...rubyTools, ...rustTools, ...systemTools,
];

const BY_NAME = new Map(TOOLS.flatMap((tool) => [tool.name, ...(tool.aliases ?? [])].map((name) => [name, tool] as const)));

/** The tool that goes by a name. */
export function toolNamed(name: string): Tool | undefined {
  return BY_NAME.get(name);
}
