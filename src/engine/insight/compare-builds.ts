/** Two builds side by side: what was asked of them, what became of each step, and what they cost. */
import type { DirNode } from '../fs/node.ts';
import type { BuildRecord, StepRecord, StepState } from '../solver/record.ts';
import { compareImages, type ImageComparison } from './image/compare-images.ts';
import { fileDifference, type FileDifference } from './image/file-difference.ts';
import type { TakenApart } from './image/image-layers.ts';
import { treeChanges } from './image/tree-changes.ts';
import { matchSteps, type StepFate } from './match-steps.ts';

/** What a comparison needs of a build. */
export interface ComparedBuild {
  readonly record: BuildRecord;
  /** As it lay on the disk. */
  readonly context: DirNode;
  /** The image that it made, where it made one. */
  readonly image?: TakenApart;
}

/** A step in one of the builds. */
export interface StepSide {
  /** Id of the step in its record. */
  readonly id: string;
  readonly line: number;
  readonly state: StepState;
  /** Virtual milliseconds that it ran; 0 where it did not. */
  readonly duration: number;
  /** Bytes that it adds, where they are known. */
  readonly bytes?: number;
  /** The instruction. */
  readonly text: string;
}

export interface StepPair {
  readonly stage: string;
  readonly fate: StepFate;
  readonly before?: StepSide;
  readonly after?: StepSide;
  /** Bytes, the second's less the first's, where both are known. */
  readonly larger?: number;
}

/** From the first to the second: `[first, second]`, differences as the second's less the first's. */
export interface BuildComparison {
  readonly ok: readonly [boolean, boolean];
  /** Virtual milliseconds. */
  readonly durations: readonly [number, number];
  /** Bytes of the layers as they travel; undefined where no image was made. */
  readonly sizes: readonly [number | undefined, number | undefined];
  readonly counts: readonly [Counts, Counts];
  /** Whether both made the very same image; undefined where one of them made none. */
  readonly sameImage: boolean | undefined;
  readonly steps: readonly StepPair[];
  /** Files of the context that differ, each with its text diff, by path; `more` are not listed. */
  readonly files: readonly FileDifference[];
  readonly more: number;
  /** Files and config of the images; absent where one is missing or both are the same. */
  readonly image?: ImageComparison;
}

export interface Counts {
  readonly cached: number;
  readonly rebuilt: number;
  /** Steps that were not needed are not counted. */
  readonly steps: number;
}

const mostFiles = 60;

/** From the first build to the second; a build with itself differs in nothing. */
export function compareBuilds(a: ComparedBuild, b: ComparedBuild): BuildComparison {
  const changed = treeChanges(a.context, b.context).filter(({ kind, before, after }) => kind !== 'time' && (before ?? after)?.type !== 'dir');
  const [old, now] = [configOf(a.record), configOf(b.record)];
  const sameImage = old === undefined || now === undefined ? undefined : old === now;
  return {
    ok: [a.record.ok, b.record.ok],
    durations: [a.record.duration, b.record.duration],
    sizes: [sizeOf(a.record), sizeOf(b.record)],
    counts: [countsOf(a.record), countsOf(b.record)],
    sameImage,
    steps: matchSteps(a.record, b.record).map(({ stage, fate, before, after }) => pairOf(stage, fate, before && sideOf(before), after && sideOf(after))),
    files: changed.slice(0, mostFiles).map(({ path, before, after }) => fileDifference(path, before, after)),
    more: Math.max(0, changed.length - mostFiles),
    ...(a.image && b.image && sameImage === false && { image: compareImages(a.image, b.image) }),
  };
}

/** What names an image: its config, of every platform. */
const configOf = ({ images }: BuildRecord): string | undefined => (images.length === 0 ? undefined : images.map(({ configDigest }) => configDigest).join(' '));

const sizeOf = ({ images }: BuildRecord): number | undefined => (images.length === 0 ? undefined : images.reduce((sum, { compressedSize }) => sum + compressedSize, 0));

function countsOf({ steps }: BuildRecord): Counts {
  const count = (state: StepState) => steps.filter((step) => step.state === state).length;
  return { cached: count('cached'), rebuilt: count('rebuilt'), steps: steps.length - count('not-needed') };
}

function sideOf({ id, lines, state, started, completed, bytes, text }: StepRecord): StepSide {
  const ran = state === 'rebuilt' || state === 'failed';
  return { id, line: lines.first, state, duration: ran ? (completed ?? 0) - (started ?? completed ?? 0) : 0, ...(bytes !== undefined && { bytes }), text };
}

function pairOf(stage: string, fate: StepFate, before: StepSide | undefined, after: StepSide | undefined): StepPair {
  const bytes = before?.bytes === undefined || after?.bytes === undefined ? undefined : after.bytes - before.bytes;
  return { stage, fate, ...(before && { before }), ...(after && { after }), ...(bytes !== undefined && { larger: bytes }) };
}
