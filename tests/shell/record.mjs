#!/usr/bin/env node
/**
 * Records what real shells do with the snippets in snippets/*.txt (separated by lines of `----`), as fixtures for
 * src/engine/run/shell.
 *
 *   node tests/shell/record.mjs [--busybox FILE [--libraries DIR]] [--only GROUP] [--keep DIR]
 *
 * Needs root, Debian's dash and GNU tools, and BusyBox (1.38; not one that runs applets without looking at PATH, as
 * Debian's static one does; --libraries are those it is linked with where they are not this machine's). Every snippet runs twice, in two roots of its own:
 * dash with the GNU tools, ash with BusyBox's. It sees an empty /w as its working directory, an empty /tmp and two users.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const busybox = option('--busybox') ?? '/bin/busybox';
const only = option('--only');
const out = join(here, '../../src/engine/run/shell/fixtures');
const work = option('--keep') ?? mkdtempSync(join(tmpdir(), 'shells-'));

const PASSWD = 'root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000:app:/home/app:/bin/sh\n';
const GROUP = 'root:x:0:\napp:x:1000:\nstaff:x:50:app\n';
const GNU = ['awk', 'base64', 'basename', 'cat', 'chgrp', 'chmod', 'chown', 'cmp', 'comm', 'cp', 'cut', 'date', 'dd', 'diff', 'dirname', 'du', 'echo', 'egrep', 'env', 'expr', 'false', 'fgrep', 'find', 'fold', 'grep', 'gunzip', 'gzip', 'head', 'id', 'install', 'join', 'ln', 'ls', 'md5sum', 'mkdir', 'mkfifo', 'mktemp', 'mv', 'nl', 'nproc', 'od', 'paste', 'printf', 'printenv', 'pwd', 'readlink', 'realpath', 'rev', 'rm', 'rmdir', 'sed', 'seq', 'sha1sum', 'sha256sum', 'shuf', 'sleep', 'sort', 'split', 'stat', 'tac', 'tail', 'tar', 'tee', 'test', 'touch', 'tr', 'true', 'truncate', 'uname', 'uniq', 'wc', 'which', 'whoami', 'xargs', 'yes', 'zcat', '[', 'tsort', 'unlink', 'link', 'hostname', 'sync', 'arch', 'expand', 'sha512sum', 'cksum', 'xz', 'bzip2', 'zip', 'unzip', 'nohup', 'timeout', 'logname', 'groups', 'tty', 'hexdump', 'bash'];

function base(root) {
  for (const dir of ['bin', 'dev', 'etc', 'home/app', 'root', 'tmp', 'usr/bin', 'usr/local/bin', 'w']) mkdirSync(join(root, dir), { recursive: true });
  writeFileSync(join(root, 'etc/passwd'), PASSWD);
  writeFileSync(join(root, 'etc/group'), GROUP);
  chmodSync(join(root, 'root'), 0o700);
  chmodSync(join(root, 'tmp'), 0o1777);
  chownSync(join(root, 'home/app'), 1000, 1000);
  for (const [name, major, minor] of [['null', 1, 3], ['zero', 1, 5], ['full', 1, 7], ['urandom', 1, 9]]) {
    if (!existsSync(join(root, 'dev', name))) execFileSync('mknod', ['-m', '666', join(root, 'dev', name), 'c', major, minor]);
  }
}

function busyboxRoot() {
  const root = join(work, 'ash');
  base(root);
  copyFileSync(busybox, join(root, 'bin/busybox'));
  chmodSync(join(root, 'bin/busybox'), 0o755);
  // ash runs a script without `#!` by starting itself again.
  mkdirSync(join(root, 'proc/self'), { recursive: true });
  if (!existsSync(join(root, 'proc/self/exe'))) symlinkSync('/bin/busybox', join(root, 'proc/self/exe'));
  const libraries = option('--libraries');
  if (libraries) for (const dir of ['lib64', 'lib/x86_64-linux-gnu']) cpSync(libraries, join(root, dir), { recursive: true, dereference: true });
  for (const name of execFileSync('/usr/sbin/chroot', [root, '/bin/busybox', '--list'], { encoding: 'utf8' }).trim().split('\n')) {
    if (name !== 'busybox' && !existsSync(join(root, 'bin', name))) symlinkSync('busybox', join(root, 'bin', name));
  }
  return root;
}

function gnuRoot() {
  const root = join(work, 'dash');
  base(root);
  const copy = (from, to) => {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    copyFileSync(from, join(root, to));
    chmodSync(join(root, to), 0o755);
    if (readFileSync(from).subarray(0, 2).toString() === '#!') return;
    for (const [, library] of spawnSync('ldd', [from], { encoding: 'utf8' }).stdout.matchAll(/(\/\S+) \(0x/g)) {
      if (!existsSync(join(root, library))) {
        mkdirSync(dirname(join(root, library)), { recursive: true });
        copyFileSync(library, join(root, library));
        chmodSync(join(root, library), 0o755);
      }
    }
  };
  copy('/bin/dash', 'bin/dash');
  if (!existsSync(join(root, 'bin/sh'))) symlinkSync('dash', join(root, 'bin/sh'));
  for (const name of GNU) {
    const found = ['/usr/bin', '/bin', '/usr/sbin'].map((dir) => join(dir, name)).find((path) => existsSync(path));
    if (found) copy(found, join('usr/bin', name));
  }
  return root;
}

function tree(dir, prefix = '') {
  const files = {};
  for (const name of readdirSync(dir).sort()) {
    const path = join(dir, name);
    const key = prefix + name;
    const stat = lstatSync(path);
    const mode = (stat.mode & 0o7777).toString(8).padStart(4, '0');
    const owner = stat.uid || stat.gid ? { owner: `${stat.uid}:${stat.gid}` } : {};
    if (stat.isSymbolicLink()) files[key] = { link: readlinkSync(path), ...owner };
    else if (stat.isDirectory()) Object.assign(files, { [`${key}/`]: { mode, ...owner } }, tree(path, `${key}/`));
    else if (stat.isFile()) files[key] = { mode, ...owner, text: readFileSync(path, 'latin1') };
    else files[key] = { mode, ...owner, special: true };
  }
  return files;
}

function run(root, snippet) {
  for (const dir of ['w', 'tmp']) for (const name of readdirSync(join(root, dir))) rmSync(join(root, dir, name), { recursive: true });
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: '/root' };
  const result = spawnSync('/usr/sbin/chroot', [root, '/bin/sh', '-c', 'cd /w; umask 022; unset OLDPWD; exec /bin/sh -c "$1"', 'sh', snippet], { env, timeout: 5000, input: '', encoding: 'latin1' });
  if (result.error) throw new Error(`${snippet}\n${result.error.message}`);
  return { stdout: result.stdout, stderr: result.stderr, exitCode: result.status ?? 128 + 11, files: tree(join(root, 'w')) };
}

const roots = { dash: gnuRoot(), ash: busyboxRoot() };
let count = 0;
for (const name of readdirSync(join(here, 'snippets')).sort()) {
  const group = name.replace(/\.txt$/, '');
  if (only && group !== only) continue;
  const snippets = readFileSync(join(here, 'snippets', name), 'latin1').split(/^----\n/m).map((text) => text.replace(/\n$/, ''));
  const records = snippets.flatMap((snippet) => Object.entries(roots).map(([dialect, root]) => ({ snippet, dialect, ...run(root, snippet) })));
  writeFileSync(join(out, `${group}.json`), `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`);
  count += records.length;
}
if (!option('--keep')) rmSync(work, { recursive: true });
console.log(`${count} recordings`);
