import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeDigest } from '#engine/fs/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { Action } from '#engine/workspace/action.ts';
import { describe as describeWorkspace } from '#engine/workspace/describe.ts';
import { currentState, dispatch, openWorkspace, redoLast, replay, undoLast, type Workspace } from '#engine/workspace/workspace.ts';
import { defaultScenario } from '#scenarios/index.ts';

const paths = ['main.go', 'README.md', 'go.mod', 'greet/greet.go', 'docs/new file.md', 'bin/greeter', 'Dockerfile', '.dockerignore', 'a/../b', ''];

const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('write' as const), path: fc.constantFrom(...paths), text: fc.string({ maxLength: 40 }) }) },
  { weight: 3, arbitrary: fc.constant({ type: 'build' as const }) },
  fc.record({ type: fc.constant('touch' as const), path: fc.constantFrom(...paths) }),
  fc.record({ type: fc.constant('delete' as const), path: fc.constantFrom(...paths) }),
  fc.record({ type: fc.constant('mkdir' as const), path: fc.constantFrom(...paths) }),
  fc.record({ type: fc.constant('chmod' as const), path: fc.constantFrom(...paths), mode: fc.constantFrom(0o644, 0o755) }),
  fc.record({ type: fc.constant('rename' as const), path: fc.constantFrom(...paths), to: fc.constantFrom(...paths) }),
  fc.constant({ type: 'prune' as const }),
  fc.constant({ type: 'options' as const, options: { target: 'build' } }),
);

const start = openWorkspace(defaultScenario, resolveImage);

function all(list: readonly Action[], from: Workspace = start): Workspace {
  return list.reduce((workspace, action) => {
    const done = dispatch(workspace, action);
    return done.ok ? done.workspace : workspace;
  }, from);
}

/** Everything a reader could see of a workspace. */
function seen(workspace: Workspace): string {
  return JSON.stringify([describeWorkspace(workspace), currentState(workspace).builds.map((build) => build.record)]);
}

describe('a workspace', () => {
  it('is the same to the last digest when its log is replayed', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 8 }), (list) => {
        const lived = all(list);
        const replayed = replay(defaultScenario, resolveImage, lived.log);
        expect(replayed.refused).toEqual([]);
        expect(seen(replayed.workspace)).toBe(seen(lived));
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it('comes back from undo as it was, and from redo as it had become', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 5 }), (list) => {
        const lived = all(list);
        const undone = undoLast(lived);
        expect(seen(undone)).toBe(seen(replay(defaultScenario, resolveImage, undone.log).workspace));
        expect(seen(redoLast(undone))).toBe(seen(lived));
      }),
      { seed: 12, numRuns: 15 },
    );
  });

  it('leaves everything as it was when an action cannot be done, and says why', () => {
    for (const action of [
      { type: 'write', path: '../outside', text: '' },
      { type: 'write', path: '/absolute', text: '' },
      { type: 'write', path: 'main.go/below', text: '' },
      { type: 'delete', path: 'no-such-file' },
      { type: 'rename', path: 'greet', to: 'greet/inside' },
      { type: 'mkdir', path: 'greet' },
      { type: 'write', path: 'x'.repeat(256), text: '' },
    ] satisfies Action[]) {
      const done = dispatch(start, action);
      expect(done, JSON.stringify(action)).toMatchObject({ ok: false, message: { id: expect.stringMatching(/^actions\./) } });
    }
  });

  it('takes back what was typed in one file as one action', () => {
    const typed = all([{ type: 'write', path: 'main.go', text: 'a' }, { type: 'write', path: 'main.go', text: 'ab' }, { type: 'write', path: 'README.md', text: 'c' }]);
    expect(typed.log.nodes).toHaveLength(2);
    expect(currentState(undoLast(undoLast(typed)))).toBe(currentState(start));
  });
});

describe('the first scene', () => {
  const edit = (path: string): Action => ({ type: 'write', path, text: `${defaultScenario.files[path]?.text ?? ''}// more\n` });
  const statesAfter = (...list: readonly Action[]) => {
    const record = currentState(all([...list, { type: 'build' }])).builds.at(-1)!.record;
    expect(record.error).toBeUndefined();
    return record.steps.map((step) => step.state).join(' ');
  };
  const everything = Array.from({ length: 8 }, () => 'cached').join(' ');

  it.each([
    ['nothing', [], everything],
    ['main.go', [edit('main.go')], 'cached cached cached cached rebuilt rebuilt cached rebuilt'],
    ['the second package', [edit('greet/greet.go')], 'cached cached cached cached rebuilt rebuilt cached rebuilt'],
    ['README.md alone', [edit('README.md')], 'cached cached cached cached rebuilt rebuilt cached cached'],
    ['a time alone', [{ type: 'touch', path: 'main.go' }], everything],
    ['a file that is kept out', [{ type: 'write', path: '.git/HEAD', text: 'ref: refs/heads/other\n' }], everything],
    ['the mode of a source', [{ type: 'chmod', path: 'main.go', mode: 0o755 }], 'cached cached cached cached rebuilt rebuilt cached cached'],
  ] satisfies [string, Action[], string][])('after a change of %s rebuilds what BuildKit would', (_, list, expected) => {
    expect(statesAfter(...list)).toBe(expected);
  });

  it('marks what is modelled at the step that has it: compiler, package manager, base images, and a copy of their files', () => {
    const { steps } = currentState(start).builds[0]!.record;
    expect(steps.map((step) => step.fidelity)).toEqual(['modelled', 'exact', 'exact', 'modelled', 'exact', 'modelled', 'modelled', 'modelled']);
    expect(steps.filter((step) => step.models.length > 0).map((step) => [step.keyword, step.models.map((note) => note.tool)])).toEqual([['RUN', ['go']], ['RUN', ['go']]]);
    for (const note of steps.flatMap((step) => step.models)) {
      expect(note.duration).toBeGreaterThan(500);
      expect(note.bytes).toBeGreaterThan(100_000);
      expect(note.basis).not.toBe('');
    }
  });

  it('after a change of go.mod rebuilds the build stage from COPY go.* on', () => {
    expect(statesAfter(edit('go.mod'))).toMatch(/^cached cached rebuilt rebuilt rebuilt rebuilt cached/);
  });

  it('finds old results again when an edit is taken back by hand', () => {
    expect(statesAfter(edit('main.go'), { type: 'build' }, { type: 'write', path: 'main.go', text: defaultScenario.files['main.go']?.text ?? '' })).toBe(everything);
  });

  it('runs every step when the cache is empty, and gives the same files; only times are new', () => {
    const [first, cold] = currentState(all([{ type: 'prune' }, { type: 'build' }])).builds;
    expect(cold!.record.steps.every((step) => step.state === 'rebuilt')).toBe(true);
    const files = ({ record, trees }: typeof cold & object) => record.steps.map((step) => nodeDigest(trees.get(step.vertex!)!));
    expect(files(cold!)).toEqual(files(first!));
  });
});
