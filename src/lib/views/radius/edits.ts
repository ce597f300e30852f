/** How often each file is edited, and what all edits cost together. */
import type { Radius } from '#engine/insight/radius.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { BuildSummary, FileEntry } from '#engine/workspace/snapshot.ts';
import type { RadiusRow } from './rows.ts';

/** `made`: the edits between the builds of the history, and those since. `even`: one of each file. `own`: as the reader says. */
export type Weights = 'made' | 'even' | 'own';

/** Edits by path: one for each build before which a file was edited or added, and one where it is edited now. */
export function editsMade(builds: readonly BuildSummary[], files: readonly FileEntry[]): ReadonlyMap<string, number> {
  const edits = new Map<string, number>();
  const edited = [...builds.flatMap(({ edited = [] }) => edited), ...files.flatMap(({ path, type, change }) => (type === 'file' && change !== 'none' ? path : []))];
  for (const path of edited) edits.set(path, (edits.get(path) ?? 0) + 1);
  return edits;
}

export interface Total {
  readonly edits: number;
  /** Virtual milliseconds of all edits. */
  readonly total: number;
  /** Of the average edit. */
  readonly average: number;
  /** Of those edits that change nothing in the image. */
  readonly inVain: number;
}

/** Whether an edit reaches none of the target's own steps, so that the image stays the same. */
export function sameImage(radius: Radius | undefined, { steps, stages }: BuildRecord): boolean {
  const target = stages.find((stage) => stage.target) ?? stages.at(-1);
  return radius !== undefined && !steps.some(({ stage }, at) => stage === target?.index && (radius.reach[at] === 'reads' || radius.reach[at] === 'follows'));
}

/** Over rows that are not folded. */
export function totalOf(rows: readonly RadiusRow[], record: BuildRecord): Total {
  let [edits, total, inVain] = [0, 0, 0];
  for (const row of rows) {
    edits += row.edits;
    total += row.total;
    if (row.total > 0 && sameImage(row.radius, record)) inVain += row.total;
  }
  return { edits, total, average: edits === 0 ? 0 : total / edits, inVain };
}
