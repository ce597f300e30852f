import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { execute } from '#engine/docker/index.ts';
import { get, textOf } from '#engine/fs/index.ts';
import type { Counterexample } from '#engine/exercise/judgement.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { describe as describeWorkspace } from '#engine/workspace/describe.ts';
import { actionsOf, emptyLog } from '#engine/workspace/log.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { currentState, dispatch, replay, undoLast, type Workspace } from '#engine/workspace/workspace.ts';
import { EngineClient, type WorkerLike } from '#lib/worker/client.ts';
import type { Request, Requests } from '#lib/worker/protocol.ts';
import { beginningOf, Session } from './session.svelte.ts';

const scenario: Scenario = {
  slug: 'learn/test/a', title: 'A', about: '', dockerfile: 'Dockerfile', options: { tags: ['app'] }, begins: Date.UTC(2026, 9, 1),
  prologue: [{ type: 'build' }],
  files: { Dockerfile: { text: 'FROM alpine:3.20\nCOPY . /app\n' }, 'main.go': { text: 'package main\n' } },
};
const counterexample: Counterexample = { told: [{ id: 'exercise.edit', values: { path: 'main.go' } }], actions: [{ type: 'write', path: 'main.go', text: 'package other\n' }] };

/** The engine without a worker, as far as a bench needs it here. */
class Engine implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  ended = false;
  #workspace: Workspace | undefined;

  postMessage(message: unknown): void {
    const { id, kind, body } = message as Request;
    const value = this.#answer(kind, body as never);
    queueMicrotask(() => this.onmessage?.(new MessageEvent('message', { data: { id, value } })));
  }
  terminate(): void {
    this.ended = true;
  }
  #answer(kind: string, body: Requests['open'] & Requests['dispatch'] & Requests['read']): unknown {
    if (kind === 'open') this.#workspace = replay(scenario, resolveImage, body.log, execute).workspace;
    const before = this.#workspace!;
    if (kind === 'dispatch') {
      const done = dispatch(before, body.action);
      if (!done.ok) return done;
      this.#workspace = done.workspace;
    }
    if (kind === 'undo') this.#workspace = undoLast(before);
    const now = this.#workspace!;
    if (kind === 'read') return fileText(now, body.path);
    if (kind === 'terminal' || kind === 'advice') return [];
    if (kind === 'open') return { snapshot: describeWorkspace(now), refused: [] };
    return kind === 'dispatch' || kind === 'undo' ? { ok: true, snapshot: describeWorkspace(now) } : undefined;
  }
}

function fileText(workspace: Workspace, path: string): string | undefined {
  const node = get(currentState(workspace).context, path);
  return node?.type === 'file' ? textOf(node) : undefined;
}

let engines: Engine[] = [];
let session: Session;

// No terminal plays here.
beforeEach(() => void vi.stubGlobal('cancelAnimationFrame', () => undefined));
afterEach(() => vi.unstubAllGlobals());

beforeEach(async () => {
  engines = [];
  session = new Session({ kind: 'exercise', id: 'a' }, beginningOf(scenario));
  const spawn = () => {
    engines.push(new Engine());
    return engines.at(-1)!;
  };
  const client = new EngineClient({ spawn, log: emptyLog(scenario.slug), scenario });
  await session.bench.connect(client);
});

const done = () => actionsOf(session.bench.log!).map(({ type }) => type);

describe('a counterexample that is tried', () => {
  it('is looked at in an engine of its own, in the file that it edits', async () => {
    expect(await session.trial.begin('x', counterexample)).toBe(true);
    expect(session.trial.tried).toEqual({ check: 'x', told: counterexample.told });
    expect([session.bench.texts['main.go'], session.file, [...session.bench.edited]]).toEqual(['package other\n', 'main.go', ['main.go']]);
    expect(engines).toHaveLength(2);
  });

  it('leaves nothing in the reader’s work, and no engine', async () => {
    await session.trial.begin('x', counterexample);
    await session.trial.end();
    expect([session.trial.tried, session.bench.visiting, session.file, [...session.bench.edited], done()]).toEqual([undefined, false, 'Dockerfile', [], []]);
    expect(engines.map(({ ended }) => ended)).toEqual([false, true]);
    session.bench.type('Dockerfile', 'FROM alpine:3.20\nCOPY main.go /app/\n');
    await session.bench.build();
    expect([done(), session.bench.snapshot.builds.at(-1)?.ok, await session.bench.ask('read', { path: 'main.go', at: 'now' })]).toEqual([['write', 'build'], true, 'package main\n']);
  });

  it('is not shown over edits that were not built, also those that were typed right before', async () => {
    session.bench.type('Dockerfile', 'FROM alpine:3.20\n');
    expect(await session.trial.begin('x', counterexample)).toBe(false);
    expect([session.trial.tried, done(), engines.length]).toEqual([undefined, ['write'], 1]);
  });

  it('gives way to the next, and to whoever goes back before it is there', async () => {
    void session.trial.begin('x', counterexample);
    void session.trial.begin('y', { told: [], actions: [{ type: 'write', path: 'new.go', text: '' }] });
    expect(session.trial.tried?.check).toBe('y');
    await session.trial.end();
    expect([session.trial.tried, done(), engines.filter(({ ended }) => !ended).length]).toEqual([undefined, [], 1]);
  });
});
