import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { children, described, emptyDir, file, put, symlink, textOf } from '#engine/fs/index.ts';
import type { DirNode, Node } from '#engine/fs/node.ts';
import { text } from '#messages/index.ts';
import type { Recording } from '../../../tests/conformance/recording.ts';
import { runScenario, scenarioRequests } from '../../../tests/conformance/scenario.ts';
import { buildArgs } from './build-args.ts';
import { changesOf } from './changes.ts';
import { expectedSteps, printed } from './expected.ts';
import type { Proof, ProofBuild } from './proof.ts';
import { filesOf, zipOf } from './zip-of.ts';

const script = readFileSync(join(import.meta.dirname, 'prove.sh'), 'utf8');
/** Every shell of this machine that calls itself one. */
const shells = [['sh'], ['dash'], ['busybox', 'ash']].filter(([name, ...rest]) => spawnSync(name!, [...rest, '-c', ':']).status === 0);

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The archive, unpacked beside other things; a program in the place of docker writes down what it is called with. */
function unpacked(proof: Proof, docker = ''): { readonly folder: string; run(shell: readonly string[], ...options: string[]): { readonly code: number | null; readonly out: string }; calls(): readonly (readonly string[])[] } {
  const root = mkdtempSync(join(tmpdir(), "prove it's "));
  made.push(root);
  const files = unzipSync(zipOf(filesOf(proof, script, text), 'proof'));
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  const stand = join(root, 'docker');
  writeFileSync(stand, `#!/bin/sh\n{ for a in "$@"; do printf '%s\\0' "$a"; done; printf '\\n\\0'; } >> '${stand.replaceAll("'", "'\\''")}'.calls\n${docker}`);
  chmodSync(stand, 0o755);
  return {
    folder: join(root, 'proof'),
    run([shell, ...rest], ...options) {
      const done = spawnSync(shell!, [...rest, join(root, 'proof', 'prove.sh'), ...options], { encoding: 'utf8', cwd: root, env: { ...process.env, DOCKER: stand } });
      return { code: done.status, out: done.stdout + done.stderr };
    },
    calls: () => (existsSync(`${stand}.calls`) ? readFileSync(`${stand}.calls`, 'utf8').split('\n\0').filter(Boolean).map((call) => call.split('\0').slice(0, -1)) : []),
  };
}

const oneBuild = (context: DirNode, more: Partial<ProofBuild> = {}): ProofBuild => ({ number: 1, changes: changesOf(undefined, context), args: ['--file=Dockerfile'], fresh: false, ok: true, steps: [], notes: [], ...more });
const proofWith = (...builds: readonly ProofBuild[]): Proof => ({ title: 'A scene', machine: 'laptop', dockerfile: 'Dockerfile', builds, secrets: {} });

/** Names that a careless script would run, split or take for an option. */
const hostile = ['a b', '-rf', '--help', '$(touch pwned)', '`touch pwned`', "it's", '"', 'two\nlines', 'a\\nb', 'tab\there', '*', '~', '#', '; touch pwned;', 'ü', '%s', 'end\n', 'con', 'A', 'a'];
const hostileTree = (): DirNode =>
  hostile.reduce((root, name, at) => put(put(root, name, file(`text ${at} \\ $HOME`, { mode: at % 2 ? 0o755 : 0o640 })), `folder/${name}`, symlink(name)), put(emptyDir(), 'Dockerfile', file('FROM scratch\r\n', { mode: 0o644 })));

/** A folder of the disk in the same words as one of the engine. */
function onDisk(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (below: string): void => {
    for (const name of readdirSync(join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      const at = lstatSync(join(folder, path));
      if (at.isSymbolicLink()) found[path] = `-> ${readlinkSync(join(folder, path))}`;
      else if (at.isDirectory()) walk(path);
      else found[path] = `${(at.mode & 0o7777).toString(8)} ${readFileSync(join(folder, path), 'utf8')}`;
    }
  };
  walk('');
  return found;
}

function inEngine(root: DirNode): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (folder: DirNode, below: string): void => {
    for (const [name, node] of children(folder)) {
      const path = below === '' ? name : `${below}/${name}`;
      if (node.type === 'dir') walk(node, path);
      else found[path] = told(node);
    }
  };
  const told = (node: Node): string => (node.type === 'symlink' ? `-> ${node.target}` : node.type === 'file' ? `${node.mode.toString(8)} ${textOf(node)}` : '');
  walk(root, '');
  return found;
}

const kept = (folder: string): string => join(folder, readdirSync(folder).find((name) => name.startsWith('work-'))!);

describe('the script of a proof', () => {
  it.each(shells)('lays out names of every kind as they are, and runs none of them (%s)', (...shell) => {
    const tree = hostileTree();
    const { folder, run } = unpacked(proofWith(oneBuild(tree)));
    const { code, out } = run(shell, '--dry-run', '--keep');
    expect([code, out]).toEqual([0, expect.stringContaining('Build 1')]);
    expect(onDisk(join(kept(folder), 'context'))).toEqual(inEngine(tree));
    expect(spawnSync('find', [dirname(folder), '-name', 'pwned']).stdout.toString()).toBe('');
  });

  it('changes the context from build to build: contents, modes, links and what is gone', () => {
    const first = put(put(put(emptyDir(), 'Dockerfile', file('FROM scratch\n')), 'src/a', file('one')), 'src/b', file('two', { mode: 0o644 }));
    const second = put(put(put(emptyDir(), 'Dockerfile', file('FROM scratch\n')), 'src/b', file('two', { mode: 0o755 })), 'src/a', symlink('b'));
    const third = put(put(emptyDir(), 'Dockerfile', file('FROM alpine\n')), 'src', file('no folder any more', { mode: 0o600 }));
    const builds = [first, second, third].map((tree, at) => oneBuild(tree, { number: at + 1, changes: changesOf([first, second, third][at - 1], tree) }));
    for (const upTo of [1, 2, 3]) {
      const { folder, run } = unpacked(proofWith(...builds.slice(0, upTo)));
      expect(run(['sh'], '--dry-run', '--keep').code).toBe(0);
      expect(onDisk(join(kept(folder), 'context'))).toEqual(inEngine([first, second, third][upTo - 1]!));
    }
  });

  it('fills what has a size and no text: the same for the same seed, of that size', () => {
    const tree = put(put(put(put(emptyDir(), 'Dockerfile', file('FROM scratch\n')), 'a.bin', described(10_000, 'x')), 'b.bin', described(10_000, 'x')), 'c.bin', described(10_000, 'y $(id)'));
    const { folder, run } = unpacked(proofWith(oneBuild(tree)));
    run(['sh'], '--dry-run', '--keep');
    const [a, b, c] = ['a', 'b', 'c'].map((name) => readFileSync(join(kept(folder), 'context', `${name}.bin`), 'utf8'));
    expect([a!.length, c!.length, a === b, a === c]).toEqual([10_000, 10_000, true, false]);
  });

  it('gives docker every argument whole, and removes what it made', () => {
    const values = { VERSION: '1 "2" $(id) `id`', 'ODD;NAME': "a'b\nc" };
    const { args } = buildArgs({ target: 'app', platforms: ['linux/amd64'], buildArgs: values, labels: { a: '' }, noCache: ['one'], tags: ['me/app:1'], attrs: { 'shm-size': '64m' } }, 'Dockerfile');
    const proof = { ...proofWith(oneBuild(hostileTree(), { args })), secrets: { token: 'invented', '../x': 'never' } };
    const { folder, run, calls } = unpacked(proof);
    run(['sh']);
    const made = calls().map(([, what, ...rest]) => [what, ...rest]);
    expect(made.map(([what]) => what)).toEqual(['version', 'create', 'build', 'rm']);
    expect(made[2]).toEqual([
      'build', '--progress=plain', '--output=type=oci,dest=../image.tar', '--provenance=false', '--file=Dockerfile', '--target=app', '--platform=linux/amd64',
      `--build-arg=VERSION=${values.VERSION}`, `--build-arg=ODD;NAME=${values['ODD;NAME']}`, '--label=a=', '--no-cache-filter=one', '--tag=me/app:1', '--shm-size=64m',
      '--secret=id=token,src=../secrets/token', expect.stringMatching(/^--builder=layerscope-proof-\d+$/), '.',
    ]);
    expect(readdirSync(folder).filter((name) => name.startsWith('work-'))).toEqual([]);
  });

  it.each(shells.flatMap((shell) => [
    ['write', 'file\tA/evil.sh\t0644\tcontext/Dockerfile'],
    ['fill', 'filler\tA/evil.sh\t0644\t10\tseed-x'],
    ['link', 'link\tA/evil.sh\tx'],
    ['remove', 'remove\tA/kept'],
    ['make a folder', 'folder\tA/evil.sh\t0755'],
    ['take a link for a folder', 'folder\tA\t0777'],
    ['change a mode behind it', 'mode\tA/kept\t0777'],
    ['change the mode of what it leads to', 'mode\tA\t0777'],
  ].map(([what, change]) => [what!, change!, shell] as const)))('goes through no link to %s (%s, %j)', (_, change, shell) => {
    const { folder, run } = unpacked(proofWith(oneBuild(put(emptyDir(), 'Dockerfile', file('FROM scratch\n')))));
    const victim = join(dirname(folder), 'victim');
    mkdirSync(victim, { mode: 0o755 });
    writeFileSync(join(victim, 'kept'), 'kept', { mode: 0o644 });
    writeFileSync(join(folder, 'builds', '1', 'changes.tsv'), `link\tA\t../../../victim\n${change}\n`);
    expect(run(shell)).toEqual({ code: 2, out: expect.stringContaining('A link is in the way, so nothing is written: A') });
    expect([lstatSync(victim).mode & 0o777, onDisk(victim)]).toEqual([0o755, { kept: '644 kept' }]);
  });

  it.each(shells)('replaces a link, and removes one, without touching what it leads to (%s)', (...shell) => {
    const { folder, run } = unpacked(proofWith(oneBuild(put(emptyDir(), 'Dockerfile', file('FROM scratch\n')))));
    const victim = join(dirname(folder), 'victim');
    mkdirSync(victim, { mode: 0o500 });
    writeFileSync(join(victim, 'kept'), 'kept', { mode: 0o644 });
    const links = ['a', 'b', 'c', 'd'].map((name) => `link\t${name}\t../../../victim${name === 'a' ? '/kept' : ''}\n`).join('');
    writeFileSync(join(folder, 'builds', '1', 'changes.tsv'), `${links}file\ta\t0755\tcontext/Dockerfile\nfiller\tb\t0755\t4\tseed-x\nremove\tc\nfile\tDockerfile\t0644\tcontext/Dockerfile\n`);
    expect(run(shell).code).toBe(2);
    expect([lstatSync(victim).mode & 0o777, onDisk(victim)]).toEqual([0o500, { kept: '644 kept' }]);
    expect(readdirSync(folder).filter((name) => name.startsWith('work-'))).toEqual([]);
  });

  it('refuses two names that are one on the disk', () => {
    // On this disk no two are, so that the folder is made to list another name.
    const { folder, run } = unpacked(proofWith(oneBuild(put(emptyDir(), 'Dockerfile', file('FROM scratch\n')))));
    writeFileSync(join(folder, 'builds', '1', 'changes.tsv'), 'file\ta\t0644\tcontext/Dockerfile\nremove\tb\nfile\ta\t0644\tcontext/Dockerfile\n');
    expect(run(['sh'], '--dry-run').code).toBe(0);
    writeFileSync(join(folder, 'prove.sh'), script.replace('[ "$entry" != "$1" ]', '[ "$entry" != "${1%/*}/A" ]'));
    expect(run(['sh'], '--dry-run')).toEqual({ code: 2, out: expect.stringContaining('Two names of a folder are one on this disk: a.') });
  });

  it('builds with no Dockerfile behind a link', () => {
    const tree = put(put(emptyDir(), 'Dockerfile', symlink('../../x')), 'home', symlink('../..'));
    const last = unpacked(proofWith(oneBuild(tree)));
    expect(last.run(['sh'])).toEqual({ code: 2, out: expect.stringContaining('Not built here. Its Dockerfile is a link.') });
    const folder = unpacked(proofWith(oneBuild(tree, { args: ['--file=home/Dockerfile'] })));
    expect(folder.run(['sh'])).toEqual({ code: 2, out: expect.stringContaining('A link is in the way') });
    const unnamed = unpacked(proofWith(oneBuild(tree, { args: [] })));
    expect(unnamed.run(['sh']).out).toContain('Its Dockerfile is a link.');
    for (const { calls } of [last, folder, unnamed]) expect(calls().map(([, what]) => what)).toEqual(['version', 'create', 'rm']);
  });

  it('refuses a table that leads out of the context', () => {
    const { folder, run } = unpacked(proofWith(oneBuild(hostileTree())));
    writeFileSync(join(folder, 'builds', '1', 'changes.tsv'), 'link\t../../out\tx\n');
    expect(run(['sh'], '--dry-run')).toEqual({ code: 2, out: expect.stringContaining('Not a path in the context') });
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

const recordings = join(import.meta.dirname, '..', '..', '..', 'tests', 'conformance', 'recorded');

/** A recorded scenario as a proof, and a docker that prints what BuildKit printed then. */
function recorded(name: string, change: (log: string, build: number) => string = (log) => log, exit = 0) {
  const recording = JSON.parse(readFileSync(join(recordings, `${name}.json`), 'utf8')) as Recording & { readonly steps: readonly { readonly expect: { readonly ok: boolean; readonly plain: string } }[] };
  const requests = scenarioRequests(recording);
  const builds = runScenario(recording).map(({ record }, at): ProofBuild => ({
    number: at + 1, changes: changesOf(requests[at - 1]?.context, requests[at]!.context), args: buildArgs(requests[at]!.options, 'Dockerfile').args, fresh: false, ok: record.ok, steps: expectedSteps(record), notes: [],
  }));
  const logs = recording.steps.map(({ expect: { plain = '' } }, at) => change(plain.replaceAll('<t>', '0.1s'), at + 1));
  const cases = logs.map((log, at) => `${at + 1}) cat <<'END OF LOG'\n${log}\nEND OF LOG\n;;`).join('\n');
  return unpacked(proofWith(...builds), `[ "$2" = build ] || exit 0\nn=$(cat "$0.n" 2>/dev/null || echo 0)\nn=$((n + 1))\necho $n > "$0.n"\ncase $n in\n${cases}\nesac\nexit ${exit}\n`);
}

describe('what a proof says', () => {
  it.each(shells)('agrees where the builder did what was expected (%s)', (...shell) => {
    const { code, out } = recorded('cache-delete-file').run(shell);
    expect(out).toContain('agree   cached                   [2/3] COPY src /src');
    expect(out).toContain('9 agree, 0 differ, 0 open.');
    expect(code).toBe(0);
  });

  it.each(['copy-link', 'random-001', 'arg-default-edit', 'cur-link-both'])('agrees with what BuildKit printed of %s', (name) => {
    expect(recorded(name).run(['sh'])).toEqual({ code: 0, out: expect.stringContaining(' 0 differ, 0 open.') });
  });

  it('differs where a step was cached that was expected to run, or the other way round, and names it', () => {
    const { code, out } = recorded('cache-delete-file', (log, build) => (build === 2 ? log.replace('#6 CACHED', '#6 DONE 0.1s') : log)).run(['sh']);
    expect(out).toContain('differ  run, expected cached     [2/3] COPY src /src');
    expect(out).toContain('8 agree, 1 differ, 0 open.');
    expect(code).toBe(1);
  });

  it('differs where a step comes that nobody expected', () => {
    const { code, out } = recorded('cache-delete-file', (log, build) => (build === 3 ? `${log}\n#20 [4/4] RUN surprise\n#20 DONE 0.1s\n` : log)).run(['sh']);
    expect(out).toContain('differ  run, not expected        [4/4] RUN surprise');
    expect(code).toBe(1);
  });

  it('leaves open what the machine could not do, and says why', () => {
    const failed = '#2 [internal] load metadata for docker.io/library/busybox:latest\n#2 ERROR: failed to do request: Head "https://registry-1.docker.io": dial tcp: no such host\nERROR: failed to build: no such host\n';
    const { code, out } = recorded('cache-delete-file', () => failed, 1).run(['sh']);
    expect(out).toContain('The build failed here: failed to do request');
    expect(out).toContain('0 agree, 0 differ, 9 open.');
    expect(code).toBe(2);
  });

  it.each(shells)('prints nothing that is a command to a terminal or turns text around, and pairs names that have it (%s)', (...shell) => {
    const signs = ['\u001b[2J', '\u0080', '\u009b2J', '\u009f', '\u061c', '\u200e', '\u200f', '\u2028', '\u202a', '\u202e', '\u2066', '\u2069'].join('x');
    const name = `[1/1] COPY ${signs}ä„–\u00a0 b`;
    const log = `#1 ${name}\n#1 DONE 0.1s\n\n#2 [internal] x\n#2 ERROR: no ${signs}\n`;
    const build = oneBuild(put(emptyDir(), 'Dockerfile', file('FROM scratch\n')), { args: [`--build-arg=A=${signs}`], steps: [{ name: printed(name), outcome: 'run', rests: 'exact', kind: 'step' }], notes: [{ id: 'prove.typed', values: { line: signs } }] });
    const { run, folder } = unpacked({ ...proofWith(build), title: signs }, `[ "$2" = build ] || exit 0\ncat <<'END OF LOG'\n${log}\nEND OF LOG\nexit 1\n`);
    const told = run(shell);
    expect(told.out).toContain('agree   run                      [1/1] COPY  [2Jx x 2Jx x x x x x x x x ä„–');
    expect(told.out).toContain('The build failed here: no  [2Jx');
    const files = ['README.md', 'expected.json', 'builds/1/expected.tsv', 'builds/1/notes.txt'].map((path) => readFileSync(join(folder, path), 'utf8'));
    for (const out of [told.out, run(shell, '--dry-run').out, ...files]) expect(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.exec(out)).toBe(null);
    expect((JSON.parse(files[1]!) as { readonly scene: string }).scene).toBe(signs);
  });

  it('says in a table, a README and as JSON what is expected', () => {
    const tree = put(emptyDir(), 'Dockerfile', file('FROM scratch\n'));
    const proof = proofWith(oneBuild(tree, { steps: [{ name: '[1/1] COPY a b', outcome: 'run', rests: 'exact', kind: 'step' }], notes: [{ id: 'prove.waited' }] }));
    const files = new Map(filesOf({ ...proof, title: '# not a heading\nnor this' }, script, text).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
    expect(files.get('builds/1/expected.tsv')).toBe('[1/1] COPY a b\trun\texact\tstep\n');
    expect(JSON.parse(files.get('expected.json')!)).toMatchObject({ builds: [{ build: 1, steps: [{ outcome: 'run' }] }] });
    expect(files.get('README.md')!.match(/^#.*$/gm)?.every((line) => !line.includes('heading'))).toBe(true);
    expect(files.get('README.md')).toContain('Build 1: Before it time passed.');
  });
});

it('is a script that every shell can read', () => {
  for (const [shell, ...rest] of shells) expect(execFileSync(shell!, [...rest, '-n', join(import.meta.dirname, 'prove.sh')]).toString()).toBe('');
  expect(shells.length).toBeGreaterThan(0);
});
