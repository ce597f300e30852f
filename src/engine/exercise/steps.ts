/** Steps by words of theirs, as checks and questions name them. */
import type { BuildRecord, StepRecord } from '../solver/record.ts';

/**
 * All steps that one of the alternatives (`npm ci | npm install`) means: its words stand in the step's text or in the line as it was
 * written; with a stage before a colon (`build: go mod download`), in that stage, `final` being the one that is shipped.
 */
export function stepsOf(record: BuildRecord, words: string): readonly StepRecord[] {
  const wanted = words.split(' | ').map((each) => each.trim());
  return record.steps.filter((step) => wanted.some((each) => means(record, step, each)));
}

function means({ stages, dockerfile }: BuildRecord, step: StepRecord, words: string): boolean {
  if (contains(step, words, dockerfile.text)) return true;
  const colon = words.indexOf(': ');
  if (colon < 0) return false;
  const [name, rest] = [words.slice(0, colon), words.slice(colon + 2)];
  const stage = stages[step.stage];
  return stage !== undefined && (stage.name === name || (name === 'final' && stage.target)) && contains(step, rest, dockerfile.text);
}

function contains({ text, lines }: StepRecord, words: string, dockerfile: string): boolean {
  return text.includes(words) || dockerfile.split('\n').slice(lines.first - 1, lines.last).join('\n').includes(words);
}
