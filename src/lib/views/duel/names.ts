/** What the sides of a duel and their beginnings are called. */
import type { DuelStart, DuelStarts, SideName } from '#engine/workspace/duel/index.ts';
import { t } from '#messages/index.ts';
import type { Corner } from './contest.svelte.ts';

export function startName({ from }: DuelStart): string {
  switch (from.kind) {
    case 'now':
      return t('duel.start-now');
    case 'version':
      return from.name === 'bad' ? t('duel.start-bad') : t('duel.start-good');
    case 'build':
      return t('duel.start-build', { n: from.number });
    case 'advice':
      return from.saves !== undefined && from.saves >= 100 ? t('duel.start-advice-saves', { line: from.line, saves: { milliseconds: from.saves } }) : t('duel.start-advice', { line: from.line });
  }
}

/** What a side is called in the outcome. */
export function cornerName({ start, edited }: Corner, starts: DuelStarts | undefined): string {
  const found = edited ? undefined : starts?.starts.find(({ id }) => id === start);
  return found ? startName(found) : t('duel.start-own');
}

export const sideName = (name: SideName): string => (name === 'left' ? t('duel.left') : t('duel.right'));
