/** The instructions of the Dockerfile that was built, in the order of its lines: those that make steps, and those that only change the config. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { LineRange } from '#engine/source/range.ts';

export interface Instruction {
  readonly keyword: string;
  /** As it stands in the file, continued lines too. */
  readonly text: string;
  readonly lines: LineRange;
  /** Absent where it makes no step. */
  readonly step?: string;
  /** The target needs its stage. */
  readonly needed: boolean;
}

export function instructionsOf({ stages, steps, dockerfile }: BuildRecord): readonly Instruction[] {
  const lines = dockerfile.text.split('\n').map((line) => line.replace(/\r$/, ''));
  const textOf = ({ first, last }: LineRange) => lines.slice(first - 1, last).join('\n');
  const found = stages.flatMap(({ steps: own, configOnly, needed }): readonly Instruction[] => [
    ...steps.filter(({ id }) => own.includes(id)).map(({ id, keyword, lines: at }) => ({ keyword, text: textOf(at), lines: at, step: id, needed })),
    ...configOnly.map(({ keyword, lines: at }) => ({ keyword, text: textOf(at), lines: at, needed })),
  ]);
  // One line may be several steps; a line of a base's ONBUILD has none here.
  const seen = new Set<number>();
  return found
    .sort((a, b) => a.lines.first - b.lines.first)
    .filter(({ lines: { first } }) => first > 0 && !seen.has(first) && seen.add(first));
}
