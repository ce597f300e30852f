/** The workspaces of a lesson: its scene, one for each prediction, one for each exercise. */
import type { Scenario } from '#engine/workspace/scenario.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';

export type Place = { readonly kind: 'scene' } | { readonly kind: 'prediction' | 'exercise'; readonly id: string };

/** The name under which its work is kept: `learn/order-for-cache/a-reorder`. */
export function slugOf(lesson: string, place: Place): string {
  if (place.kind === 'scene') return `learn/${lesson}`;
  return place.kind === 'exercise' ? `learn/${lesson}/${place.id}` : `learn/${lesson}/predict-${place.id}`;
}

export const scenePlace: Place = { kind: 'scene' };

/** A workspace of which nothing is known yet but its scenario: what is shown until the engine answers. */
export function unopened({ slug, title, dockerfile, options, begins }: Scenario): Snapshot {
  return {
    scenario: { slug, title },
    revision: 0,
    files: [],
    removed: [],
    sentBytes: 0,
    dockerfile,
    options,
    diagnostics: [],
    builds: [],
    machines: [],
    machine: '',
    now: begins,
    terminal: { entries: 0, folder: '' },
    canUndo: false,
    canRedo: false,
  };
}
