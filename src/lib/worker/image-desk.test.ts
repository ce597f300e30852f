import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import * as desk from './image-desk.ts';

const scenario: Scenario = { slug: 'a', title: 'A', about: '', files: { Dockerfile: { text: 'FROM scratch\nCOPY a.txt .env /\n' }, 'a.txt': { text: 'one\n' }, '.env': { text: 'KEY=1\n' } }, dockerfile: 'Dockerfile', options: { tags: ['app:1'] }, begins: 1_000_000_000_000 };

/** Where one build was made, and nothing opened. */
function built(): desk.ImagesHere {
  const done = dispatch(openWorkspace(scenario, resolveImage), { type: 'build' });
  if (!done.ok) throw new Error(done.message.id);
  return { archives: [], state: currentState(done.workspace) };
}

const fileOf = (bytes: Uint8Array, name = 'saved.tar') => new File([bytes as Uint8Array<ArrayBuffer>], name);

describe('the desk', () => {
  it('opens an archive that it saved itself, and finds nothing different in it', async () => {
    const here = built();
    const saved = desk.save(here, 'build 1');
    if (!saved.ok) throw new Error(saved.problem.id);
    const opened = await desk.open(fileOf(saved.bytes), []);
    expect(opened).toMatchObject({ ok: true, count: 1 });
    if (!opened.ok) return;
    const both = { ...here, archives: opened.archives };
    expect(desk.choices(both).map(({ name, archive, from }) => [name, archive, from])).toEqual([['app:1', 'saved.tar', 'archive'], ['app:1', undefined, 'build']]);
    expect(desk.compare(both, { image: 'build 1' }, { image: opened.image })).toMatchObject({ files: [], config: [], shared: 1 });
    expect(desk.folder(both, opened.image, 0, '').map(({ name }) => name)).toEqual(['.env', 'a.txt']);
    expect(desk.file(both, opened.image, 0, '.env')).toEqual({ kind: 'text', text: 'KEY=1\n', size: 6, cut: false });
  });

  it('keeps archives one beside the other, the last one first', async () => {
    const here = built();
    const saved = desk.save(here, 'build 1');
    if (!saved.ok) throw new Error(saved.problem.id);
    const first = await desk.open(fileOf(saved.bytes, 'first.tar'), []);
    if (!first.ok) throw new Error(first.message.id);
    const second = await desk.open(fileOf(saved.bytes, 'second.tar'), first.archives);
    if (!second.ok) throw new Error(second.message.id);
    expect(second.image).not.toBe(first.image);
    expect(desk.choices({ ...here, archives: second.archives }).map(({ archive }) => archive)).toEqual(['second.tar', 'first.tar', undefined]);
  });

  it('says why it cannot open what is damaged, cut off or no image', async () => {
    const here = built();
    const saved = desk.save(here, 'build 1');
    if (!saved.ok) throw new Error(saved.problem.id);
    for (const bytes of [new Uint8Array(0), new Uint8Array([1, 2, 3]), saved.bytes.subarray(0, 2000), saved.bytes.map((byte, at) => (at === 1600 ? byte ^ 1 : byte))]) {
      expect(await desk.open(fileOf(bytes), [])).toMatchObject({ ok: false, message: { id: expect.stringMatching(/^image\./) } });
    }
    expect(desk.choices(here)).toHaveLength(1);
  });

  it('answers for what is not there with nothing', async () => {
    const here = built();
    expect([desk.report(here, 'build 9'), desk.folder(here, 'build 1', 7, ''), desk.file(here, 'build 1', 0, 'nothing'), desk.compare(here, { image: 'build 1' }, { image: 'gone' })]).toEqual([undefined, [], undefined, undefined]);
    expect(desk.save(here, 'gone').ok).toBe(false);
  });
});
