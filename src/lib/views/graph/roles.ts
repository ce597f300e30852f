/** What a lane's head says: the stage's name as far as there is room, and what the stage is to the build. */
import type { StageRecord } from '#engine/solver/record.ts';
import { t } from '#messages/index.ts';
import { visibleText } from '#lib/ui/visible-text.ts';

/** Widths of a character of the name, and of the line below it. */
const NAME = 7;
const ROLE = 5.5;

/** What a stage is called, in so many pixels: names lose their middle, since their ends tell them apart. */
export function headName(stage: StageRecord, room: number): string {
  const letters = [...visibleText(stage.name)];
  const most = Math.max(3, Math.floor(room / NAME));
  if (letters.length <= most) return letters.join('');
  const end = Math.floor((most - 1) / 2);
  return `${letters.slice(0, most - 1 - end).join('')}…${letters.slice(letters.length - end).join('')}`;
}

/** `6 steps, not in the image`; shorter where that does not fit. */
export function roleOf(stage: StageRecord, room: number): string {
  const [long, brief] = rolesOf(stage);
  return long.length * ROLE <= room ? long : brief;
}

function rolesOf(stage: StageRecord): readonly [string, string] {
  const n = stage.steps.length;
  if (!stage.needed) return [t('graph.role-not-needed', { n }), t('graph.role-not-needed-brief', { n })];
  if (stage.target && stage.layers === 0) return [t('graph.role-target'), t('graph.role-target')];
  if (stage.target) return [t('graph.role-final', { n: stage.layers }), t('widgets.layers', { n: stage.layers })];
  const steps = t('widgets.steps', { n });
  return [stage.layers > 0 ? steps : t('graph.role-not-in-image', { n }), steps];
}

/** The role in full, for who listens. */
export function fullRole(stage: StageRecord): string {
  return rolesOf(stage)[0];
}
