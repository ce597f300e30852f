/**
 * A view as a picture: an SVG text that needs neither scripts nor a document, drawn from the same layout as the live view. A folder of
 * views that can be one has a `picture.ts`, found by listing.
 */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import type { AskedStep, Outcome } from '#lib/state/predict.svelte.ts';
import type { MessageId } from '#messages/index.ts';
import type { Look } from './graph/standalone.ts';

/** What is drawn: a build, and where it is at hand the whole project. */
export interface Subject {
  /** Keeps apart the ids of pictures that stand in one page. */
  readonly id: string;
  readonly title: string;
  readonly record: BuildRecord;
  /** The build before it. */
  readonly before?: BuildRecord;
  readonly files: readonly FileEntry[];
  /** Paths edited since the build before. */
  readonly edited: ReadonlySet<string>;
  /** Id of the step that is looked at. */
  readonly selected?: string;
  /** What the last prediction came to. */
  readonly judged?: Judged;
  readonly workspace?: Workspace;
}

/** A prediction and what the build said to it. */
export interface Judged {
  readonly outcome: Outcome;
  readonly asked: readonly AskedStep[];
}

export interface PictureOptions extends Look {
  /** Pixels to fill. */
  readonly width: number;
}

export interface Picture {
  /** Id of the view. */
  readonly view: string;
  readonly label: MessageId;
  /** Its place among the pictures of a subject. */
  readonly order: number;
  /** SVG text; undefined where this subject has nothing of the kind. */
  readonly draw: (subject: Subject, options: PictureOptions) => string | undefined;
}

const found = import.meta.glob<{ readonly picture: Picture }>('./*/picture.ts', { eager: true });

/** All of them, in order. */
export const pictures: readonly Picture[] = Object.values(found)
  .map(({ picture }) => picture)
  .sort((a, b) => a.order - b.order);
