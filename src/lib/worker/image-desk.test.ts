import { afterEach, describe, expect, it, vi } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';

const scenario: Scenario = { slug: 'a', title: 'A', about: '', files: { Dockerfile: { text: 'FROM scratch\nCOPY a.txt .env /\n' }, 'a.txt': { text: 'one\n' }, '.env': { text: 'KEY=1\n' } }, dockerfile: 'Dockerfile', options: { tags: ['app:1'] }, begins: 1_000_000_000_000 };

function built() {
  const done = dispatch(openWorkspace(scenario, resolveImage), { type: 'build' });
  if (!done.ok) throw new Error(done.message.id);
  return currentState(done.workspace);
}

/** A desk that has opened nothing yet. */
async function newDesk() {
  vi.resetModules();
  return import('./image-desk.ts');
}

const fileOf = (bytes: Uint8Array, name = 'saved.tar') => new File([bytes as Uint8Array<ArrayBuffer>], name);

afterEach(() => {
  vi.resetModules();
});

describe('the desk', () => {
  it('opens an archive that it saved itself, and finds nothing different in it', async () => {
    const desk = await newDesk();
    const state = built();
    const saved = desk.save(state, 'build 1');
    if (!saved.ok) throw new Error(saved.problem.id);
    const opened = await desk.open(fileOf(saved.bytes));
    expect(opened).toMatchObject({ ok: true, count: 1 });
    if (!opened.ok) return;
    expect(desk.choices(state).map(({ name, archive, from }) => [name, archive, from])).toEqual([['app:1', 'saved.tar', 'archive'], ['app:1', undefined, 'build']]);
    expect(desk.compare(state, { image: 'build 1' }, { image: opened.image })).toMatchObject({ files: [], config: [], shared: 1 });
    expect(desk.folder(state, opened.image, 0, '').map(({ name }) => name)).toEqual(['.env', 'a.txt']);
    expect(desk.file(state, opened.image, 0, '.env')).toEqual({ kind: 'text', text: 'KEY=1\n', size: 6, cut: false });
  });

  it('keeps what it opened out of the workspace: another desk does not have it', async () => {
    const desk = await newDesk();
    const saved = desk.save(built(), 'build 1');
    if (saved.ok) await desk.open(fileOf(saved.bytes));
    expect((await newDesk()).choices(built()).map(({ from }) => from)).toEqual(['build']);
  });

  it('says why it cannot open what is damaged, cut off or no image', async () => {
    const desk = await newDesk();
    const state = built();
    const saved = desk.save(state, 'build 1');
    if (!saved.ok) throw new Error(saved.problem.id);
    for (const bytes of [new Uint8Array(0), new Uint8Array([1, 2, 3]), saved.bytes.subarray(0, 2000), saved.bytes.map((byte, at) => (at === 1600 ? byte ^ 1 : byte))]) {
      expect(await desk.open(fileOf(bytes))).toMatchObject({ ok: false, message: { id: expect.stringMatching(/^image\./) } });
    }
    expect(desk.choices(state)).toHaveLength(1);
  });

  it('answers for what is not there with nothing', async () => {
    const desk = await newDesk();
    const state = built();
    expect([desk.report(state, 'build 9'), desk.folder(state, 'build 1', 7, ''), desk.file(state, 'build 1', 0, 'nothing'), desk.compare(state, { image: 'build 1' }, { image: 'gone' })]).toEqual([undefined, [], undefined, undefined]);
    expect(desk.save(state, 'gone').ok).toBe(false);
  });
});
