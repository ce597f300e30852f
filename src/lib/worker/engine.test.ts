import { describe, expect, it } from 'vitest';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Kind, Replies, Requests } from './protocol.ts';

const scenario: Scenario = { slug: 'a', title: 'A', about: '', files: { Dockerfile: { text: 'FROM scratch\nCOPY a.txt /\n' }, 'a.txt': { text: 'one\n' } }, dockerfile: 'Dockerfile', options: { tags: ['app:1'] }, begins: 1_000_000_000_000, prologue: [{ type: 'build' }] };

async function ask<K extends Kind>(engine: Engine, kind: K, body: Requests[K]): Promise<Replies[K]> {
  const reply = await engine({ id: 1, kind, body });
  if ('fault' in reply) throw new Error(reply.fault);
  return reply.value as Replies[K];
}

async function opened(): Promise<Engine> {
  const engine = createEngine();
  await ask(engine, 'open', { log: { scenario: 'a', nodes: [], at: -1, tip: -1 }, scenario });
  return engine;
}

describe('an engine', () => {
  it('keeps its workspace and the archives that it opened to itself', async () => {
    const [one, other] = [await opened(), await opened()];
    await ask(one, 'dispatch', { action: { type: 'write', path: 'a.txt', text: 'two\n' } });
    const saved = await ask(one, 'saveImage', { image: 'build 1' });
    if (!saved.ok) throw new Error(saved.problem.id);
    expect(await ask(one, 'openArchive', { file: new File([saved.bytes as Uint8Array<ArrayBuffer>], 'saved.tar') })).toMatchObject({ ok: true, count: 1 });
    expect((await ask(one, 'choices', {})).map(({ from }) => from)).toEqual(['archive', 'build']);
    expect((await ask(other, 'choices', {})).map(({ from }) => from)).toEqual(['build']);
    expect([await ask(one, 'read', { path: 'a.txt', at: 'now' }), await ask(other, 'read', { path: 'a.txt', at: 'now' })]).toEqual(['two\n', 'one\n']);
  });

  it('answers a request that it cannot do with a fault, and goes on', async () => {
    const engine = createEngine();
    expect(await engine({ id: 7, kind: 'undo', body: {} })).toMatchObject({ id: 7, fault: expect.stringContaining('open a log first') });
    expect(await engine({ id: 8, kind: 'demoScenes', body: {} })).toHaveProperty('value');
  });
});
