/** Edited files where strata are cores only: a chip left of the first step that each of them reaches. */
import type { BuildRecord, StepRecord } from '#engine/solver/record.ts';
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import type { FileRow } from './geometry.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { shortenPath } from './label.ts';
import { contextPaths, takesIn } from './reads.ts';

const HEIGHT = 19;
const ADVANCE = 6.9;

interface Request {
  readonly record: BuildRecord;
  readonly files: readonly FileEntry[];
  readonly edited: ReadonlySet<string>;
  readonly laneOf: (step: StepRecord) => number;
  readonly middle: (step: string) => number;
}

export interface Chip extends FileRow {
  readonly lane: number;
}

/** At most one chip for a step; further files are counted on it. Chips of one lane keep apart. `x` is still to be set. */
export function layoutChips({ record, files, edited, laneOf, middle }: Request): readonly Chip[] {
  const sent = [...edited].filter((path) => files.every((file) => file.path !== path || file.ignored === undefined));
  const free = new Map<number, number>();
  return record.steps.flatMap((step) => {
    const paths = contextPaths(step.reads);
    const read = sent.filter((path) => takesIn(paths, path));
    if (read.length === 0 || step.state === 'not-needed') return [];
    const lane = laneOf(step);
    const more = read.length > 1 ? ` + ${read.length - 1}` : '';
    const label = shortenPath(visibleText(read[0]!), 22) + more;
    const y = Math.max(free.get(lane) ?? 0, middle(step.id) - HEIGHT / 2);
    free.set(lane, y + HEIGHT + 2);
    return [{ key: `${read[0]!} ${step.id}`, path: read[0]!, label, paths: read, edited: true, readers: [step.id], lane, x: 0, y, width: Math.ceil(label.length * ADVANCE) + 29, height: HEIGHT }];
  });
}
