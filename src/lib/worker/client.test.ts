import { afterEach, describe, expect, it, vi } from 'vitest';
import { actionsOf, emptyLog, record, rootNode, type Log } from '#engine/workspace/log.ts';
import { EngineClient, type WorkerLike } from './client.ts';
import type { Request } from './protocol.ts';

/** A worker that remembers what it was asked, answers when told to, and can be killed. */
class TestWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  asked: Request[] = [];
  ended = false;

  postMessage(message: unknown): void {
    this.asked.push(message as Request);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(value: unknown, index = this.asked.length - 1): void {
    this.onmessage?.(new MessageEvent('message', { data: { id: this.asked[index]?.id, value } }));
  }
  miss(index = this.asked.length - 1): void {
    this.onmessage?.(new MessageEvent('message', { data: { id: this.asked[index]?.id, fault: 'tools/go could not be loaded', unreachable: true } }));
  }
  fail(): void {
    this.onerror?.(new Event('error') as ErrorEvent);
  }
}

const empty = emptyLog('go-two-stages');
const edit = { type: 'write', path: 'main.go', text: 'package main' } as const;

function setUp(patience = 1000) {
  const workers: TestWorker[] = [];
  const logs: Log[] = [];
  const sentences: string[] = [];
  const client = new EngineClient({
    spawn: () => {
      const worker = new TestWorker();
      workers.push(worker);
      return worker;
    },
    log: empty,
    onlog: (log) => logs.push(log),
    onrestart: (sentence) => sentences.push(sentence),
    patience,
  });
  return { client, workers, logs, sentences };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the engine client', () => {
  it('keeps an action in the log once the engine has done it, and not when it refused', async () => {
    const { client, workers, logs } = setUp();
    const done = client.dispatch(edit);
    expect(actionsOf(client.log)).toEqual([]);
    workers[0]!.answer({ ok: true, snapshot: {} });
    await done;
    expect(actionsOf(client.log)).toEqual([edit]);
    const refused = client.dispatch({ type: 'delete', path: 'nothing' });
    workers[0]!.answer({ ok: false, message: { id: 'actions.no-such-file' } });
    expect(await refused).toEqual({ ok: false, message: { id: 'actions.no-such-file' } });
    expect(actionsOf(client.log)).toEqual([edit]);
    expect(logs).toHaveLength(1);
  });

  it('replays the log into a new worker when one dies, and asks again what was under way', async () => {
    const { client, workers, sentences } = setUp();
    const first = client.dispatch(edit);
    workers[0]!.answer({ ok: true, snapshot: {} });
    await first;
    const build = client.dispatch({ type: 'build' });
    workers[0]!.fail();
    expect(workers).toHaveLength(2);
    expect(workers[0]!.ended).toBe(true);
    expect(workers[1]!.asked.map((request) => request.kind)).toEqual(['open', 'dispatch']);
    expect(workers[1]!.asked[0]!.body).toEqual({ log: record(empty, edit) });
    workers[1]!.answer({ ok: true, snapshot: {} });
    expect((await build).ok).toBe(true);
    expect(actionsOf(client.log)).toEqual([edit, { type: 'build' }]);
    expect(sentences).toHaveLength(1);
  });

  it('replays the whole tree after a rewind, so that no branch is lost with a worker', async () => {
    const { client, workers } = setUp();
    for (const change of [() => client.dispatch(edit), () => client.dispatch({ type: 'build' }), () => client.rewind(0)]) {
      const done = change();
      workers[0]!.answer({ ok: true, snapshot: {} });
      await done;
    }
    workers[0]!.fail();
    expect(workers[1]!.asked[0]!.body).toEqual({ log: { scenario: 'go-two-stages', nodes: [{ action: edit, parent: -1 }, { action: { type: 'build' }, parent: 0 }], at: 0, tip: 1 } });
  });

  it('replaces a worker that does not answer, and gives a request up after the second time', async () => {
    vi.useFakeTimers();
    const { client, workers } = setUp(500);
    const hanging = client.dispatch({ type: 'build' });
    const outcome = expect(hanging).rejects.toThrow('left out');
    await vi.advanceTimersByTimeAsync(501);
    expect(workers).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(501);
    await outcome;
    expect(actionsOf(client.log)).toEqual([]);
  });

  it('takes an undo back and does it again in the log it keeps', async () => {
    const { client, workers } = setUp();
    for (const change of [() => client.dispatch(edit), () => client.undo()]) {
      const done = change();
      workers[0]!.answer({ ok: true, snapshot: {} });
      await done;
    }
    expect(client.log).toEqual({ ...record(empty, edit), at: rootNode });
    const redone = client.redo();
    workers[0]!.answer({ ok: true, snapshot: {} });
    await redone;
    expect(client.log).toEqual(record(empty, edit));
  });

  it('says in a sentence that a part of the engine could not be loaded, and keeps worker and log', async () => {
    const { client, workers, logs } = setUp();
    const done = client.dispatch(edit);
    workers[0]!.miss();
    await expect(done).rejects.toThrow('A part of the engine could not be loaded. Nothing is lost: check the connection and try again.');
    expect([workers.length, logs.length, actionsOf(client.log)]).toEqual([1, 0, []]);
  });
});
