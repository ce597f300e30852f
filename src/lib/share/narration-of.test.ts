import { describe, expect, it } from 'vitest';
import type { Action } from '#engine/workspace/action.ts';
import { pathTo } from '#engine/workspace/log.ts';
import { emptyNarration, record } from '#lib/views/narrate/narration.ts';
import { checkNarration } from '#lib/views/narrate/read-narration.ts';
import golden from './golden-links.json' with { type: 'json' };
import { narrationOf, sceneOf } from './narration-of.ts';
import { readLink, sharedLog, writeLink, type SharedScene } from './scene-link.ts';

const write = (text: string): Action => ({ type: 'write', path: 'README.md', text });
const build: Action = { type: 'build' };

describe('a narration in a link', () => {
  it('comes back as the walk that it was, with ways that were left', () => {
    const made = [
      { actions: [], view: 'graph' },
      { actions: [write('a')], file: 'README.md', view: 'graph' },
      { actions: [write('b'), build], build: 2, step: '0.3', view: 'layers' },
    ].reduce((narration, scene, at) => record(narration, scene, `Text ${at + 1}.`), emptyNarration('go-two-stages', 'What a README costs'));
    const read = readLink(writeLink(sceneOf(made)));
    if (!read.ok) throw new Error(read.problem);
    const log = sharedLog(read.scene);
    const back = narrationOf(read.scene, log, read.scene.title ?? '');
    expect(back.stops).toEqual(made.stops);
    expect(back.title).toBe(made.title);
    for (const { node } of made.stops) expect(pathTo(log, node).map((id) => log.nodes[id]!.action)).toEqual(pathTo(made.log, node).map((id) => made.log.nodes[id]!.action));
    expect(log.at).toBe(made.stops.at(-1)!.node);
  });

  it('looks at what was just done where a note says nothing else', () => {
    const scene: SharedScene = { scenario: 's', actions: [write('a'), build], notes: [{ at: 0, text: '0' }, { at: 1, text: '1' }, { at: 2, text: '2' }, { at: 2, text: '3', view: 'layers' }] };
    const { stops } = narrationOf(scene, sharedLog(scene), 't');
    expect(stops.map(({ node, file, build: number, view }) => [node, file, number !== undefined, view])).toEqual([
      [-1, undefined, false, 'graph'],
      [0, 'README.md', false, 'graph'],
      [1, undefined, true, 'graph'],
      [1, undefined, false, 'layers'],
    ]);
  });

  it('is one that could be saved as a file', () => {
    const [ten] = golden;
    const read = readLink(ten!.link);
    if (!read.ok) throw new Error(read.problem);
    const narration = narrationOf(read.scene, sharedLog(read.scene), 'Ten edits');
    expect(narration.stops).toHaveLength(10);
    expect(checkNarration(narration)).toMatchObject({ ok: true });
  });
});
