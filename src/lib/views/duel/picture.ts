import { duel, duelStarts } from '#engine/workspace/duel/index.ts';
import type { Picture } from '../picture.ts';
import { startName } from './names.ts';
import { duelPicture } from './svg.ts';

/** Commits that both sides go through. */
const ROUNDS = 3;

export const picture: Picture = {
  view: 'duel',
  label: 'duel.tab',
  order: 60,
  draw: ({ id, workspace }, look) => {
    if (!workspace) return undefined;
    const { starts, series } = duelStarts(workspace, []);
    const [left, right] = ['bad', 'good'].map((name) => starts.find((start) => start.id === name));
    if (!series.scene || !left || !right) return undefined;
    const { outcome } = duel(workspace, { left: left.side, right: right.side, series: { kind: 'scene', rounds: ROUNDS } });
    return duelPicture(outcome, { id: `${id}-duel`, project: workspace.scenario.title, names: { left: startName(left), right: startName(right) }, ...look });
  },
};
