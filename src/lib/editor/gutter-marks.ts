import type { BuildRecord, StepRecord } from '#engine/solver/record.ts';
import type { LineRange } from '#engine/source/range.ts';
import { figure, t, type MessageId } from '#messages/index.ts';
import type { LineMark, MarkState } from './line-mark.ts';

const words: Readonly<Record<MarkState, MessageId>> = {
  cached: 'editor.cached',
  rebuilt: 'editor.rebuilt',
  'will-rebuild': 'editor.will-rebuild',
  failed: 'editor.failed',
  'will-fail': 'editor.will-fail',
  'not-needed': 'editor.not-needed',
  stopped: 'editor.stopped',
  config: 'editor.config',
};

/**
 * A record → the marks of the Dockerfile's lines, in the order of the lines. `text` may be newer than the record: lines that
 * were edited since get no mark, and the marks below them move with their lines.
 */
export function gutterMarks(record: BuildRecord, text: string): readonly LineMark[] {
  const place = follow(record.dockerfile.text, text);
  const marks: LineMark[] = [];
  const add = (lines: LineRange, mark: Omit<LineMark, 'lines'>) => {
    const now = place(lines);
    if (now) marks.push({ lines: now, ...mark });
  };

  for (const step of record.steps) add(step.lines, stepMark(step, record.predicted));
  for (const stage of record.stages) {
    const state: MarkState = stage.needed ? 'config' : 'not-needed';
    for (const { lines } of stage.configOnly) add(lines, { state, words: t(words[state]), modelled: false });
  }
  return marks.sort((a, b) => a.lines.first - b.lines.first);
}

function stepMark(step: StepRecord, predicted: boolean): Omit<LineMark, 'lines'> {
  const state = stateOf(step.state, predicted);
  const ran = step.state === 'rebuilt' || step.state === 'failed';
  const timed = ran && step.started !== undefined && step.completed !== undefined;
  return {
    state,
    words: t(words[state]),
    ...(timed ? { figure: figure({ milliseconds: step.completed! - step.started! }) } : {}),
    modelled: timed && step.fidelity !== 'exact',
    step: step.id,
  };
}

function stateOf(state: StepRecord['state'], predicted: boolean): MarkState {
  if (!predicted) return state;
  if (state === 'rebuilt') return 'will-rebuild';
  return state === 'failed' ? 'will-fail' : state;
}

/** Where lines of one text are in another that was made of it by an edit in one place; nothing for lines the edit touched. */
function follow(before: string, after: string): (lines: LineRange) => LineRange | undefined {
  if (before === after) return (lines) => lines;
  const old = before.split('\n');
  const now = after.split('\n');
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const shift = now.length - old.length;
  return ({ first, last }) => {
    if (last <= head) return { first, last };
    if (first > old.length - tail) return { first: first + shift, last: last + shift };
    return undefined;
  };
}
