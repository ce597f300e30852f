import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { execute } from '#engine/docker/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { Action } from '#engine/workspace/action.ts';
import { describe as describeWorkspace } from '#engine/workspace/describe.ts';
import { compareHistory, history } from '#engine/workspace/history.ts';
import { imagesOf } from '#engine/workspace/images.ts';
import { pathTo, rootNode } from '#engine/workspace/log.ts';
import { registryScene } from '#engine/workspace/registry-scene.ts';
import { currentState, dispatch, openWorkspace, redoLast, replay, rewindTo, stateAt, undoLast, type Workspace } from '#engine/workspace/workspace.ts';
import { defaultScenario } from '#scenarios/index.ts';

type Step = Action | 'undo' | 'redo' | { readonly to: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ type: fc.constant('write' as const), path: fc.constantFrom('main.go', 'README.md', 'go.mod', 'Dockerfile'), text: fc.constantFrom('a', 'FROM scratch\nCOPY main.go /\n', '// b\n') }) },
    { weight: 3, arbitrary: fc.constant<Action>({ type: 'build' }) },
    fc.constantFrom<Action>({ type: 'prune' }, { type: 'machine', name: 'ci' }, { type: 'command', line: 'docker build -t localhost:5000/me/app:1 . && docker push localhost:5000/me/app:1' }, { type: 'command', line: 'echo x >> notes.txt' }),
    fc.constantFrom('undo' as const, 'redo' as const),
    { weight: 2, arbitrary: fc.record({ to: fc.nat(20) }) },
  ),
  { maxLength: 10 },
);

const start = openWorkspace(defaultScenario, resolveImage, execute);

function take(workspace: Workspace, step: Step): Workspace {
  if (step === 'undo') return undoLast(workspace);
  if (step === 'redo') return redoLast(workspace);
  if (!('type' in step)) return rewindTo(workspace, (step.to % (workspace.log.nodes.length + 1)) - 1);
  const done = dispatch(workspace, step);
  return done.ok ? done.workspace : workspace;
}

const lived = (list: readonly Step[]): Workspace => list.reduce(take, start);

/** Everything that a reader could see: files, prediction, builds, cache, images of both machines, terminal, registries. */
function seen(workspace: Workspace): string {
  const state = currentState(workspace);
  return JSON.stringify([describeWorkspace(workspace), state.builds.map(({ record }) => record), imagesOf(state, 'laptop'), imagesOf(state, 'ci'), state.terminal, registryScene(state), [...state.caches.keys()]]);
}

describe('rewinding', () => {
  it('to any node gives what a fresh replay gives: files, cache, images, terminal, registries', () => {
    fc.assert(
      fc.property(steps, fc.nat(20), (list, to) => {
        const workspace = lived(list);
        const there = take(workspace, { to });
        expect(seen(there)).toBe(seen(replay(defaultScenario, resolveImage, JSON.parse(JSON.stringify(there.log)) as typeof there.log, execute).workspace));
      }),
      { seed: 61, numRuns: 30 },
    );
  });

  it('loses nothing: from anywhere the way back leads to the very same', () => {
    fc.assert(
      fc.property(steps, fc.nat(20), (list, to) => {
        const workspace = lived(list);
        const back = rewindTo(take(workspace, { to }), workspace.log.at);
        expect(back.log.nodes).toBe(workspace.log.nodes);
        expect(currentState(back)).toBe(currentState(workspace));
        if (workspace.log.at !== rootNode) expect(currentState(redoLast(undoLast(workspace)))).toBe(currentState(workspace));
      }),
      { seed: 62, numRuns: 30 },
    );
  });

  it('lets the next build find in the cache what the build after that node found', () => {
    const edit = (text: string): Action => ({ type: 'write', path: 'main.go', text });
    const build: Action = { type: 'build' };
    const workspace = lived([edit('one'), build, edit('two'), build, { type: 'prune' }, build]);
    const pattern = (at: Workspace) => currentState(at).builds.at(-1)!.record.steps.map(({ state }) => state);
    for (const node of [1, 3, 5]) {
      const again = take(rewindTo(workspace, workspace.log.nodes[node]!.parent), build);
      expect(pattern(again)).toEqual(pattern(rewindTo(workspace, node)));
      expect(again.log.nodes).toHaveLength(7);
    }
  });
});

describe('a long history', () => {
  it('keeps few states, and gives each of the others again from one that is near', () => {
    let workspace = openWorkspace({ ...defaultScenario, prologue: [] }, resolveImage);
    for (let n = 0; n < 1_500; n++) workspace = take(workspace, { type: 'write', path: n % 2 === 0 ? 'a' : 'b', text: `${n}` });
    expect(workspace.states.size).toBeLessThan(1_000 + 1_500 / 32 + 2);
    expect(workspace.states.has(rootNode) && !workspace.states.has(100)).toBe(true);
    const fresh = replay({ ...defaultScenario, prologue: [] }, resolveImage, { ...workspace.log, at: 100 });
    expect(stateAt(workspace, 100).context).toEqual(currentState(fresh.workspace).context);
    expect(currentState(rewindTo(workspace, 100)).now).toBe(currentState(fresh.workspace).now);
  });
});

describe('the history', () => {
  it('has every action once, and every build of every branch under a name of its own', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const workspace = lived(list);
        const { entries, at } = history(workspace);
        expect(at).toBe(workspace.log.at);
        expect(entries.map(({ node, parent }) => [node, parent])).toEqual([[rootNode, undefined], ...workspace.log.nodes.map(({ parent }, node) => [node, parent])]);
        const names = entries.flatMap(({ builds }) => builds.map(({ name }) => name));
        expect(new Set(names).size).toBe(names.length);
        const here = [rootNode, ...pathTo(workspace.log, at)].flatMap((node) => entries[node + 1]!.builds.map(({ number, states }) => [number, states]));
        expect(here).toEqual(describeWorkspace(workspace).builds.map(({ number, states }) => [number, states]));
      }),
      { seed: 63, numRuns: 25 },
    );
  });

  it('compares builds of different branches, and a build with itself differs in nothing', () => {
    const workspace = lived([{ type: 'write', path: 'main.go', text: `${defaultScenario.files['main.go']!.text}var more = 1\n` }, { type: 'build' }, { to: 0 }, { type: 'write', path: 'README.md', text: 'two\n' }, { type: 'build' }]);
    const [, first, second] = history(workspace).entries.flatMap(({ builds }) => builds);
    expect([first!.name, second!.name]).toEqual(['2', '2b']);
    const compared = compareHistory(workspace, first!, second!)!;
    expect(compared.files.map(({ path }) => path)).toEqual(['README.md', 'main.go']);
    expect(compared.sameImage).toBe(false);
    expect(compared.image?.files.length).toBeGreaterThan(0);
    expect(compareHistory(workspace, second!, first!)!.durations).toEqual(compared.durations.toReversed());
    expect(compareHistory(workspace, first!, first!)).toMatchObject({ files: [], sameImage: true });
    expect(compareHistory(workspace, first!, { node: 99, number: 1 })).toBeUndefined();
  });
});
