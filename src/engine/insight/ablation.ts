/** What an instruction is for, found by leaving it out: the Dockerfile is built with and without it, from nothing, and the images are set side by side. */
import { emptyDir, textOf } from '../fs/index.ts';
import type { BuildResult } from '../solver/request.ts';
import type { BuildRecord } from '../solver/record.ts';
import { errorText } from '../solver/progress/error-text.ts';
import type { LineRange } from '../source/range.ts';
import { imageTree } from './advice/measure.ts';
import { configChanges, counted, type ConfigChange, type ImageComparison } from './image/compare-images.ts';
import { configRows } from './image/image-report.ts';
import { treeChanges, type TreeChange } from './image/tree-changes.ts';

/** What would be missing without some lines. */
export type Ablation = WithoutLines | { readonly lines: LineRange; readonly ok: false; /** What the client would print. */ readonly error: string };

export interface WithoutLines extends Pick<ImageComparison, 'added' | 'changed' | 'removed' | 'times' | 'files'> {
  readonly lines: LineRange;
  readonly ok: true;
  readonly config: readonly ConfigChange[];
  /** Uncompressed bytes of the image's layers, with the lines and without. */
  readonly sizes: readonly [number, number];
  readonly layers: readonly [number, number];
  /** Virtual milliseconds of a build from nothing, with and without. */
  readonly durations: readonly [number, number];
  /** A model stood in for a tool in either of the builds. */
  readonly modelled: boolean;
}

/** The text with the lines as comments, so that all others keep their numbers. */
export function withoutLines(dockerfile: string, { first, last }: LineRange): string {
  return dockerfile
    .split('\n')
    .map((line, at) => (at + 1 >= first && at + 1 <= last ? `# ${line}` : line))
    .join('\n');
}

/** `before` is the build of the Dockerfile as it is; `probe` builds another text from the same nothing. Undefined where the build itself fails. */
export function ablate(before: BuildResult, lines: LineRange, probe: (dockerfile: string) => BuildResult): Ablation | undefined {
  if (!before.record.ok) return undefined;
  const after = probe(withoutLines(before.record.dockerfile.text, lines));
  if (!after.record.ok) return { lines, ok: false, error: errorText(after.record).trimEnd() };
  const [a, b] = [before.record, after.record];
  const changes = treeChanges(imageTree(before) ?? emptyDir(), imageTree(after) ?? emptyDir()).filter((change) => !isDockerfile(change, a, b));
  return {
    lines,
    ok: true,
    ...counted(changes),
    config: configChanges(rowsOf(a), rowsOf(b)),
    sizes: [bytesOf(a), bytesOf(b)],
    layers: [a.images[0]?.layers.length ?? 0, b.images[0]?.layers.length ?? 0],
    durations: [a.duration, b.duration],
    modelled: [a, b].some(({ steps }) => steps.some(({ fidelity, state }) => state === 'rebuilt' && fidelity !== 'exact')),
  };
}

/** A copy of the Dockerfile in the image: that it is another is what was done, not what came of it. */
function isDockerfile({ before, after }: TreeChange, a: BuildRecord, b: BuildRecord): boolean {
  if (before?.type !== 'file' || after?.type !== 'file' || before.content.kind !== 'bytes' || after.content.kind !== 'bytes') return false;
  return textOf(before) === a.dockerfile.text && textOf(after) === b.dockerfile.text;
}

const rowsOf = ({ images }: BuildRecord) => configRows(images[0]?.config.config ?? {});

const bytesOf = ({ images }: BuildRecord): number => (images[0]?.layers ?? []).reduce((sum, { size }) => sum + size, 0);
