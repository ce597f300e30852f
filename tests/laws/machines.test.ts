/** A scene with a laptop and runners: what every log leads to, and what the lessons on tags, pushes and caches rest on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { execute } from '#engine/docker/index.ts';
import { criticalPath } from '#engine/insight/critical-path.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { buildOutput } from '#engine/solver/progress/output.ts';
import { rawJsonProgress } from '#engine/solver/progress/rawjson.ts';
import type { Action } from '#engine/workspace/action.ts';
import { describe as describeWorkspace } from '#engine/workspace/describe.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { currentMachine } from '#engine/workspace/state.ts';
import { currentState, dispatch, openWorkspace, redoLast, replay, undoLast, type Workspace } from '#engine/workspace/workspace.ts';

const begins = Date.UTC(2026, 8, 1);
const day = 86_400_000;

const scenario: Scenario = {
  slug: 'machines',
  title: 'Machines',
  about: 'A laptop and runners.',
  files: { Dockerfile: { text: 'FROM node:22-slim\nWORKDIR /app\nCOPY deps .\nRUN cat deps > got\nCOPY . .\nRUN cat main > built\n' }, deps: { text: 'a 1\n' }, main: { text: 'main\n' } },
  dockerfile: 'Dockerfile',
  options: { tags: ['localhost:5000/me/app:1.0'] },
  begins,
  moves: [{ tag: 'node:22-slim', day: '2026-09-08' }],
  machines: [{ name: 'laptop' }, { name: 'server', kind: 'server' }, { name: 'ci', kind: 'runner' }],
};

const containers = { strategy: 'buildkit', driver: 'container', imageStore: 'containerd' } as const;
const cache = 'localhost:5000/me/cache';

const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('write' as const), path: fc.constantFrom('main', 'deps'), text: fc.string({ maxLength: 9 }) }) },
  { weight: 3, arbitrary: fc.constantFrom<Action>({ type: 'build' }, { type: 'build', extras: { push: true } }, { type: 'build', extras: { cacheTo: [{ type: 'registry', to: cache, mode: 'max' }], cacheFrom: [{ type: 'registry', from: cache }] } }, { type: 'build', extras: { interrupted: 2_000 } }, { type: 'build', extras: { push: true, interrupted: 9_000 } }, { type: 'build', extras: { load: true } }, { type: 'options', options: { tags: ['ghcr.io/you/app'], sourceDateEpoch: '0' } }) },
  { weight: 2, arbitrary: fc.constantFrom('laptop', 'server', 'ci', 'nowhere').map((name): Action => ({ type: 'machine', name })) },
  { weight: 3, arbitrary: fc.constantFrom('docker build -t app .', 'docker images', 'docker push localhost:5000/me/app:1.0', 'docker pull localhost:5000/me/app:1.0', 'docker tag localhost:5000/me/app:1.0 other', 'docker rmi -f other', 'echo new > main', 'docker login -u me -p x ghcr.io', 'no such command').map((line): Action => ({ type: 'command', line })) },
  fc.constantFrom<Action>({ type: 'builder', settings: containers }, { type: 'builder', settings: { strategy: 'classic', driver: 'docker', imageStore: 'overlay2' } }, { type: 'build', extras: { rewriteTimestamp: true } }, { type: 'prune' }, { type: 'wait', duration: 8 * day }),
);

const opened = (changes: Partial<Scenario> = {}): Workspace => openWorkspace({ ...scenario, ...changes }, resolveImage, execute);

function after(from: Workspace, ...list: readonly Action[]): Workspace {
  return list.reduce((workspace, action) => {
    const done = dispatch(workspace, action);
    return done.ok ? done.workspace : workspace;
  }, from);
}

/** Everything that anybody could see of a workspace. */
function seen(workspace: Workspace): string {
  const { builds, terminal, machines, registries } = currentState(workspace);
  const stores = [...machines.values()].map(({ images, logins }) => [[...images.images.values()], [...images.blobs.keys()], [...logins]]);
  const shelves = [...registries.hosts.values()].map(({ repositories, blobs }) => [[...repositories.values()].map(({ name, tags }) => [name, [...tags]]), [...blobs.keys()]]);
  return JSON.stringify([describeWorkspace(workspace), builds.map(({ record, machine }) => [machine, record]), terminal, stores, shelves]);
}

describe('a workspace with machines', () => {
  it('is the same to the last digest when its log is replayed, as text', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 8 }), (list) => {
        const lived = after(opened(), ...list);
        const replayed = replay(scenario, resolveImage, JSON.parse(JSON.stringify(lived.log)) as typeof lived.log, execute);
        expect(replayed.refused).toEqual([]);
        expect(seen(replayed.workspace)).toBe(seen(lived));
      }),
      { seed: 41, numRuns: 25 },
    );
  });

  it('comes back from undo as it was, and from redo as it had become', () => {
    fc.assert(
      fc.property(fc.array(actions, { minLength: 1, maxLength: 6 }), (list) => {
        const lived = after(opened(), ...list);
        const undone = undoLast(lived);
        expect(seen(undone)).toBe(seen(replay(scenario, resolveImage, undone.log, execute).workspace));
        expect(seen(redoLast(undone))).toBe(seen(lived));
      }),
      { seed: 42, numRuns: 15 },
    );
  });

  it('makes records that every view can draw, whichever way a build went', () => {
    fc.assert(
      fc.property(fc.array(actions, { minLength: 2, maxLength: 8 }), (list) => {
        for (const { record } of currentState(after(opened(), ...list)).builds) {
          const path = criticalPath(record);
          expect(path.reduce((sum, { started, completed }) => sum + completed - started, 0)).toBeCloseTo(record.duration, 6);
          const times = buildOutput(record).map(({ time }) => time);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          expect(Math.max(0, ...record.events.map(({ time }) => time))).toBeLessThanOrEqual(record.duration);
          for (const line of rawJsonProgress(record).split('\n')) if (line !== '') JSON.parse(line);
        }
      }),
      { seed: 43, numRuns: 30 },
    );
  });

  it('refuses lines where nothing runs them', () => {
    const done = dispatch(openWorkspace(scenario, resolveImage), { type: 'command', line: 'ls' });
    expect(done).toEqual({ ok: false, message: { id: 'actions.no-terminal' } });
  });
});

const last = (workspace: Workspace) => currentState(workspace).builds.at(-1)!.record;
const steps = (workspace: Workspace) => last(workspace).steps.filter(({ keyword }) => keyword !== 'FROM').map(({ state }) => (state === 'cached' ? 'C' : state === 'rebuilt' ? 'R' : 'E')).join(' ');
const base = (workspace: Workspace) => last(workspace).vertices.find(({ name }) => name.includes('FROM'))?.name.split('@')[1];
const build: Action = { type: 'build' };
const options = (more: object): Action => ({ type: 'options', options: { tags: ['app'], ...more } });
const week: Action = { type: 'wait', duration: 8 * day };

describe('a base tag that moves upstream', () => {
  const start = after(opened(), options({}), build);

  it('is followed at once where no local image has that name', () => {
    const moved = after(start, week, build);
    expect([steps(moved), base(moved) === base(start)]).toEqual(['R R R R R', false]);
  });

  it('is not seen by a plain build where one has, and by --pull only: the see-saw', () => {
    const pulled = after(opened(), { type: 'command', line: 'docker pull node:22-slim' }, options({}), build);
    const plain = after(pulled, week, build);
    expect([steps(plain), base(plain)]).toEqual(['C C C C C', base(pulled)]);
    const asked = after(plain, options({ pull: true }), build);
    expect([steps(asked), base(asked) === base(pulled)]).toEqual(['R R R R R', false]);
    const again = after(asked, options({}), build);
    expect([steps(again), base(again)]).toEqual(['C C C C C', base(pulled)]);
    const fresh = after(again, options({ noCache: true }), build);
    expect([steps(fresh), base(fresh)]).toEqual(['C R R R R', base(pulled)]);
  });

  it('is always followed by a builder of its own', () => {
    const pulled = after(opened(), { type: 'command', line: 'docker pull node:22-slim' }, { type: 'builder', settings: containers }, options({}), build);
    expect(steps(after(pulled, week, build))).toBe('R R R R R');
  });

  it('does not move what is pinned by digest', () => {
    const pin: Action = { type: 'write', path: 'Dockerfile', text: scenario.files.Dockerfile!.text!.replace('node:22-slim', `node:22-slim@${base(start)}`) };
    const pinned = after(start, pin, options({ pull: true }), build, week, build);
    expect(base(pinned)).toBe(base(start));
    expect(steps(pinned)).toBe('C C C C C');
  });
});

describe('what travels between machines', () => {
  it('is one layer, a config, a manifest and what states where they come from, for an edit of the last files', () => {
    const first = after(opened(), build, { type: 'command', line: 'docker push localhost:5000/me/app:1.0' });
    const second = after(first, { type: 'write', path: 'main', text: 'other\n' }, build, { type: 'command', line: 'docker push localhost:5000/me/app:1.0' });
    const sent = (workspace: Workspace) => (currentState(workspace).terminal.at(-1)?.messages ?? []).filter(({ sent: bytes, about }) => bytes > 0 && about !== 'manifest' && about !== 'index').length;
    expect([sent(first) > sent(second), sent(second)]).toEqual([true, 4]);
  });

  it('is what a server that pulls has not yet', () => {
    const pull: Action = { type: 'command', line: 'docker pull localhost:5000/me/app:1.0' };
    const pushed = after(opened(), build, { type: 'command', line: 'docker push localhost:5000/me/app:1.0' }, { type: 'machine', name: 'server' }, pull);
    const { images } = currentMachine(currentState(pushed));
    expect(images.images.get('localhost:5000/me/app:1.0')?.target.digest).toBe(last(pushed).index?.digest);
    const bytes = (workspace: Workspace) => (currentState(workspace).terminal.at(-1)?.messages ?? []).reduce((sum, { received }) => sum + received, 0);
    expect(bytes(after(pushed, pull))).toBeLessThan(bytes(pushed) / 100);
  });

  it('builds the same files twice from nothing to the same COPY layers and other RUN layers', () => {
    const flat: Partial<Scenario> = { files: { ...scenario.files, Dockerfile: { text: 'FROM node:22-slim\nCOPY deps /\nRUN cat deps > got\nCOPY main /\n' } } };
    const layers = (workspace: Workspace) => last(workspace).images[0]!.layers.filter(({ step }) => step !== undefined).map(({ diffId }) => diffId);
    const here = after(opened(flat), build);
    const there = after(here, { type: 'machine', name: 'server' }, build);
    const [a, b] = [layers(here), layers(there)];
    expect(a.map((diffId, at) => diffId === b[at])).toEqual([true, false, true]);
  });
});

describe('garbage collection after builds', () => {
  const big: Partial<Scenario> = {
    files: { Dockerfile: { text: 'FROM node:22-slim\nRUN --mount=type=cache,target=/c --mount=type=bind,source=big,target=/big cp /big /c/big\nCOPY main .\n' }, big: { size: 600e6 }, main: { text: 'main\n' } },
  };
  const mounts = (workspace: Workspace) => currentMachine(currentState(workspace)).cache.mounts.size;

  it('takes a large cache mount that nobody used for two days, and leaves a fresh one', () => {
    const edit: Action = { type: 'write', path: 'main', text: 'other\n' };
    const built = after(opened(big), options({}), build);
    expect(mounts(built)).toBe(1);
    expect(mounts(after(built, { type: 'wait', duration: day }, edit, build))).toBe(1);
    expect(mounts(after(built, { type: 'wait', duration: 3 * day }, edit, build))).toBe(0);
  });

  it('keeps a small disk below what its rules allow', () => {
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`big${n}`, { size: 400e6 }]));
    const step = (n: number): Action => ({ type: 'write', path: 'Dockerfile', text: `FROM alpine:3.20\nCOPY big${n} /\n` });
    const bytes = (workspace: Workspace) => [...currentMachine(currentState(workspace)).cache.records.values()].reduce((sum, { size }) => sum + size, 0);
    const list = Array.from({ length: 8 }, (_, n) => [step(n), { type: 'build', extras: { output: { type: 'cacheonly' } } } as Action, { type: 'wait', duration: day } as Action]).flat();
    expect(bytes(after(opened({ files, machines: [{ name: 'small', disk: 3e9 }] }), options({}), ...list))).toBeLessThan(2e9);
    expect(bytes(after(opened({ files }), options({}), ...list))).toBeGreaterThan(3e9);
  });
});
