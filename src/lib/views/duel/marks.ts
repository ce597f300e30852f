/** A build of a duel as marks beside the lines of its Dockerfile. */
import type { DuelRun, DuelStep } from '#engine/workspace/duel/index.ts';
import type { LineMark } from '#lib/editor/index.ts';
import { figure, t } from '#messages/index.ts';

export function marksOf({ steps }: DuelRun): readonly LineMark[] {
  return [...steps].sort((a, b) => a.lines.first - b.lines.first).map(markOf);
}

function markOf({ id, lines, state, duration, modelled = false }: DuelStep): LineMark {
  return { lines, state, words: stateWord(state), ...(duration !== undefined && { figure: figure({ milliseconds: duration }) }), modelled, step: id };
}

const words = {
  cached: 'widgets.cached',
  rebuilt: 'widgets.rebuilt',
  failed: 'widgets.failed',
  'not-needed': 'widgets.not-needed',
  stopped: 'widgets.stopped',
  running: 'widgets.running',
  waiting: 'widgets.waiting',
} as const;

/** The word of a state, or of a moment. */
export const stateWord = (look: keyof typeof words): string => t(words[look]);
