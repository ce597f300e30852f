/** Between the notes of a link and a narration: notes count actions, stops are places in a log. */
import type { Log } from '#engine/workspace/log.ts';
import { narrationLimits, type Narration, type Stop } from '#lib/views/narrate/narration.ts';
import type { Note, SharedScene } from './scene.ts';

/** Whichever build is the last one there. */
export const lastBuild = Number.MAX_SAFE_INTEGER;

/** The notes of a scene as a walk through its log. Where a note says nothing else, what was just done is looked at: a build, or a file. */
export function narrationOf({ actions, notes = [] }: SharedScene, log: Log, title: string): Narration {
  const stops = notes.slice(0, narrationLimits.stops).map(({ at, text, ...seen }): Stop => {
    const done = actions[at - 1];
    const looks = Object.keys(seen).length > 0;
    return {
      node: at - 1,
      text,
      view: 'graph',
      ...(!looks && done?.type === 'build' && { build: lastBuild }),
      ...(!looks && done?.type === 'write' && { file: done.path }),
      ...seen,
    };
  });
  return { version: 1, title: title.slice(0, narrationLimits.title), scenario: log.scenario, log, stops };
}

/** A narration as a scene: everything that its stops need, and what is said to it. */
export function sceneOf({ scenario, title, log, stops }: Narration): SharedScene {
  const branches = log.nodes.flatMap(({ parent }, id) => (parent === id - 1 ? [] : [[id, parent] as const]));
  const last = stops.at(-1);
  const stands = (last?.node ?? -1) + 1;
  return {
    scenario,
    title,
    actions: log.nodes.map(({ action }) => action),
    ...(branches.length > 0 && { branches }),
    ...(stands !== log.nodes.length && { stands }),
    notes: stops.map(({ node, text, view, build, step, file }): Note => ({ at: node + 1, text, ...(view !== undefined && { view }), ...(build !== undefined && { build }), ...(step !== undefined && { step }), ...(file !== undefined && { file }) })),
  };
}
