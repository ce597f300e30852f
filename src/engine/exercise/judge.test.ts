import { describe, expect, it } from 'vitest';
import { execute } from '../docker/index.ts';
import { resolveImage } from '../registry/index.ts';
import type { Action } from '../workspace/action.ts';
import type { Scenario } from '../workspace/scenario.ts';
import { dispatch, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { Check, Exercise } from './exercise.ts';
import { judge } from './judge.ts';

const start: Scenario = {
  slug: 'test/order',
  title: 'Order',
  about: 'Order',
  dockerfile: 'Dockerfile',
  options: { tags: ['app'] },
  begins: Date.UTC(2026, 9, 1),
  prologue: [{ type: 'build' }],
  files: {
    Dockerfile: { text: 'FROM alpine:3.20\nWORKDIR /app\nCOPY . .\nRUN sort names.txt > sorted.txt\nRUN rm secret.env\n' },
    'names.txt': { text: 'b\na\n' },
    'README.md': { text: 'Read me.\n' },
    'secret.env': { text: 'TOKEN=1\n' },
  },
};

const better = 'FROM alpine:3.20\nWORKDIR /app\nCOPY names.txt .\nRUN sort names.txt > sorted.txt\nCOPY README.md .\n';

function exercise(...checks: readonly Check[]): Exercise {
  return {
    id: 'a', title: 'A', task: '', start, checks, solutions: [], wrong: [],
    hints: [
      { id: 'broken', when: { error: 'not found' }, rungs: ['It does not build.'] },
      { id: 'readme', when: { fails: ['readme'] }, rungs: ['Who copies README.md?', 'One line does.', 'Name what you copy.'] },
      { id: 'rest', rungs: ['Look again.'] },
    ],
  };
}

const readme: Check = { id: 'readme', says: 'Editing README.md leaves the sort cached', after: [{ edit: 'README.md' }], cached: 'sort names.txt' };
const names: Check = { id: 'names', says: 'Editing names.txt sorts again', after: [{ edit: 'names.txt' }], reruns: 'sort names.txt' };
const ghost: Check = { id: 'ghost', says: 'Nobody can read the secret', 'no-ghost': ['**/*.env'] };

function after(...actions: readonly Action[]): Workspace {
  return actions.reduce((at, action) => {
    const done = dispatch(at, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  }, openWorkspace(start, resolveImage, execute));
}

const write = (text: string): Action => ({ type: 'write', path: 'Dockerfile', text });
const build: Action = { type: 'build' };
const states = (workspace: Workspace, of: Exercise) => judge(workspace, of).checks.map(({ id, state }) => `${id} ${state}`);

describe('the checks of an exercise', () => {
  it('fail at the start, with the edit that shows it, the step and the reason', () => {
    const judged = judge(after(), exercise(readme, names, ghost));
    expect(judged.checks.map(({ id, state }) => `${id} ${state}`)).toEqual(['readme failed', 'names passed', 'ghost failed']);
    expect(judged.passed).toBe(false);
    expect(judged.ladder).toBe('readme');
    const [first] = judged.checks;
    expect(first?.counterexample).toMatchObject({ told: [{ id: 'exercise.edit', values: { path: 'README.md' } }], step: { text: 'RUN sort names.txt > sorted.txt', state: 'rebuilt' }, actions: [{ type: 'write', path: 'README.md' }] });
    expect(first?.counterexample?.reason?.id).toMatch(/^why\./);
    expect(judged.checks[2]?.because).toEqual({ id: 'exercise.ghost', values: { path: '/app/secret.env', size: { bytes: 8 } } });
  });

  it('pass after an answer was built, and count its moves', () => {
    const judged = judge(after(write(better), build), exercise(readme, names, ghost));
    expect(judged).toMatchObject({ passed: true, moves: 1 });
    expect(judged.ladder).toBeUndefined();
  });

  it('are judged over the last good build: an edit that was not built changes nothing', () => {
    expect(states(after(write(better)), exercise(readme))).toEqual(['readme failed']);
    expect(states(after(write(better), build, write(start.files['Dockerfile']!.text!)), exercise(readme))).toEqual(['readme passed']);
  });

  it('are not known where the last build failed, and the hint is about that', () => {
    const judged = judge(after(write('FROM alpine:3.20\nCOPY nothing .\n'), build), exercise(readme, ghost));
    expect(judged.checks.map(({ state, because }) => [state, because?.id])).toEqual([['waiting', 'exercise.not-known'], ['waiting', 'exercise.not-known']]);
    expect(judged.passed).toBe(false);
    expect(judged.error).toContain('not found');
    expect(judged.ladder).toBe('broken');
  });

  it.each(['FRM alpine:3.20\n', 'FROM alpine:3.20\nCOPY --from=builder /x /x\n', ''])('are not known where the build cannot even start: %j', (text) => {
    const judged = judge(after(write(text), build), exercise(readme));
    expect(judged.checks[0]?.state).toBe('waiting');
    expect(judged.error).toBeTruthy();
    expect(judged.ladder).toBeDefined();
  });

  it('build again as the last build was asked for, by the same line where one was typed', () => {
    const arg = 'FROM alpine:3.20\nARG V\nRUN echo $V > /v\n';
    const same: Check = { id: 'same', says: '', cached: 'echo' };
    const other: Check = { id: 'other', says: '', after: [{ args: { V: '2' } }], reruns: 'echo' };
    expect(states(after(write(arg), { type: 'command', line: 'docker build --build-arg V=1 -t app .' }), exercise(same, other))).toEqual(['same passed', 'other passed']);
    expect(states(after(write(arg), { type: 'options', options: { buildArgs: { V: '1' } } }, build), exercise(same, other))).toEqual(['same passed', 'other passed']);
  });

  it('have no network where it was cut off, also after a typed build', () => {
    const cut: Check = { id: 'cut', says: '', after: [{ edit: 'README.md' }, { options: { attrs: { 'force-network-mode': 'none' } } }], builds: true };
    const fetching = write('FROM alpine:3.20\nCOPY . .\nRUN apk add curl\n');
    expect(judge(after(fetching, { type: 'command', line: 'docker build -t app .' }), exercise(cut)).checks[0]).toMatchObject({ state: 'failed', counterexample: { told: [{}, { id: 'exercise.no-network' }] } });
    expect(states(after(fetching, build), exercise(cut))).toEqual(['cut failed']);
  });

  it('say so where the file that an edit is about is gone', () => {
    const judged = judge(after({ type: 'delete', path: 'README.md' }, build), exercise(readme));
    expect(judged.checks[0]).toEqual({ id: 'readme', state: 'failed', because: { id: 'exercise.gone', values: { path: 'README.md' } } });
  });

  it('wait where nothing was built', () => {
    const never = { ...exercise(readme), start: { ...start, prologue: [] } };
    expect(judge(openWorkspace(never.start, resolveImage, execute), never).checks.map(({ state }) => state)).toEqual(['waiting']);
  });

  it('say which steps are not simulated, since a check cannot know what those write', () => {
    expect(judge(after(write('FROM node:22-slim\nRUN node -e 1\n'), build), exercise(readme)).unknown).toEqual(['RUN node -e 1']);
    expect(judge(after(write(better), build), exercise(readme)).unknown).toEqual([]);
  });

  it('leave the workspace as it was', () => {
    const workspace = after(write(better), build);
    const { log, states: kept } = workspace;
    judge(workspace, exercise(readme, names, ghost));
    expect(workspace.log).toBe(log);
    expect(workspace.states).toBe(kept);
  });
});

const table: readonly (readonly [string, Check, readonly Action[], boolean])[] = [
  ['an image below a size', { id: 'x', says: '', 'size-below': '20 MB' }, [], true],
  ['an image that is too big', { id: 'x', says: '', 'size-below': '1 MB' }, [], false],
  ['few bytes on the base', { id: 'x', says: '', 'added-below': '100 kB' }, [], true],
  ['too many layers', { id: 'x', says: '', 'layers-at-most': 3 }, [], false],
  ['a file that is there', { id: 'x', says: '', has: ['/app/sorted.txt', '/app/*.md'] }, [], true],
  ['a file that is not there', { id: 'x', says: '', has: ['/app/secret.env'] }, [], false],
  ['a file that must not be there', { id: 'x', says: '', lacks: ['**/README.md'] }, [], false],
  ['what a file says', { id: 'x', says: '', contains: { '/app/sorted.txt': 'a\nb' } }, [], true],
  ['a mode', { id: 'x', says: '', mode: { '/app/names.txt': '644' } }, [], true],
  ['an owner', { id: 'x', says: '', owner: { '/app/names.txt': '1000:1000' } }, [], false],
  ['the same files', { id: 'x', says: '', 'same-files': true }, [write(`${better.replace('COPY README.md .', 'COPY . .')}RUN rm secret.env\n`), build], true],
  ['other files', { id: 'x', says: '', 'same-files': true }, [write('FROM alpine:3.20\nCOPY . /app\n'), build], false],
  ['other files but for some', { id: 'x', says: '', 'same-files': ['app/secret.env', 'app/sorted.txt', 'app/Dockerfile'] }, [write('FROM alpine:3.20\nCOPY . /app\n'), build], true],
  ['a working folder', { id: 'x', says: '', config: { workdir: '/app', user: null } }, [], true],
  ['a history that says it', { id: 'x', says: '', 'history-lacks': ['secret'] }, [], false],
  ['a text in a layer, below the one that hides its file', { id: 'x', says: '', 'layers-lack': ['TOKEN=1'] }, [], false],
  ['no such text in any layer', { id: 'x', says: '', 'layers-lack': ['TOKEN=2'] }, [], true],
  ['a small context', { id: 'x', says: '', 'context-below': '1 kB', 'context-has': ['names.txt'] }, [], true],
  ['a file that is sent', { id: 'x', says: '', 'context-lacks': ['*.env'] }, [], false],
  ['a check that reports something', { id: 'x', says: '', lint: ['FromAsCasing'] }, [write('from alpine:3.20 AS base\nRUN true\n'), build], false],
  ['a line that was typed', { id: 'x', says: '', ran: '^docker images' }, [{ type: 'command', line: 'docker images' }], true],
  ['a line that nobody typed', { id: 'x', says: '', ran: '^docker images' }, [], false],
  ['a line that was typed since the build', { id: 'x', says: '', 'ran-since-build': '^docker images' }, [build, { type: 'command', line: 'docker images' }], true],
  ['a line that was typed before the build', { id: 'x', says: '', 'ran-since-build': '^docker images' }, [{ type: 'command', line: 'docker images' }, build], false],
  ['a line that was typed before a line that built', { id: 'x', says: '', 'ran-since-build': '^docker images' }, [{ type: 'command', line: 'docker images' }, { type: 'command', line: 'docker build .' }], false],
  ['two images that share their base', { id: 'x', says: '', disk: { images: ['app', 'other'], below: '10 MB' } }, [{ type: 'command', line: 'docker build -t other .' }], true],
  ['a build that fails after an edit', { id: 'x', says: '', after: [{ remove: 'names.txt' }], fails: 'sort' }, [], true],
  ['a quiet build', { id: 'x', says: '', after: [{ touch: '*' }], quiet: true }, [], true],
  ['a build on an empty cache', { id: 'x', says: '', after: [{ prune: true }], quiet: true }, [], false],
  ['a new runner', { id: 'x', says: '', after: [{ machine: 'ci' }], reruns: 'sort' }, [], true],
  ['two commits', { id: 'x', says: '', commits: [[{ edit: 'README.md' }], [{ edit: 'names.txt' }]], 'seconds-below': 60 }, [], true],
  ['two commits in no time', { id: 'x', says: '', commits: [[{ edit: 'README.md' }], [{ edit: 'names.txt' }]], 'seconds-below': 0.1 }, [], false],
  ['a base that was built anew', { id: 'x', says: '', after: [{ upstream: 'alpine:3.20' }, { options: { pull: true } }], reruns: 'sort' }, [], true],
  ['a base with another label', { id: 'x', says: '', after: [{ relabelled: 'alpine:3.20' }, { options: { pull: true } }], quiet: true }, [], true],
  ['one platform', { id: 'x', says: '', platforms: ['linux/amd64'], native: true }, [], true],
];

describe('an assertion', () => {
  it.each(table)('is judged by what the engine says: %s', (_, check, actions, holds) => {
    expect(states(after(...actions), exercise(check))).toEqual([`x ${holds ? 'passed' : 'failed'}`]);
  });
});

describe('a registry', () => {
  const login: Action = { type: 'command', line: 'docker login ghcr.io -u me -p invented-token' };
  const push: Action = { type: 'command', line: 'docker push ghcr.io/me/app:1.0.0' };
  const pushed: Check = { id: 'x', says: '', registry: { repository: 'ghcr.io/me/app', tag: 'semver' } };

  it('has the image under a version once it was pushed', () => {
    const lines: readonly Action[] = [{ type: 'command', line: 'docker build -t ghcr.io/me/app:1.0.0 .' }, login, push];
    expect(states(after(...lines), exercise(pushed))).toEqual(['x passed']);
    expect(states(after(lines[0]!, login), exercise(pushed))).toEqual(['x failed']);
  });

  it('has another image where one was built since', () => {
    const lines: readonly Action[] = [{ type: 'command', line: 'docker tag app ghcr.io/me/app:1.0.0' }, login, push];
    expect(states(after(...lines), exercise(pushed))).toEqual(['x passed']);
    expect(states(after(...lines, write(better), build), exercise(pushed))).toEqual(['x failed']);
  });
});

describe('a script that builds', () => {
  const script: Action = { type: 'write', path: 'ci.sh', text: 'docker build -q -t app .\n' };
  const run = { command: 'sh ci.sh' };

  it('is the build that is asked about: none is made after it', () => {
    // The second run finds everything, and a build after it would as well: only the first reads the edit.
    expect(states(after(script, build), exercise({ id: 'x', says: '', after: [{ edit: 'README.md' }, run], reruns: 'sort names.txt' }))).toEqual(['x passed']);
    expect(states(after(script, build), exercise({ id: 'x', says: '', after: [{ edit: 'README.md' }, run, run], quiet: true }))).toEqual(['x passed']);
  });

  it('is the build of a commit that ends with it', () => {
    const slow = (seconds: number): Check => ({ id: 'x', says: '', commits: [[{ machine: 'ci' }, run], [{ edit: 'README.md' }, run]], 'seconds-below': seconds });
    // On a runner each build begins with nothing, the base image included.
    expect(states(after(script, build), exercise(slow(6)))).toEqual(['x passed']);
    expect(states(after(script, build), exercise(slow(4)))).toEqual(['x failed']);
  });
});
