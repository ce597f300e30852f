/** What the layers view is given: an image with what it is set against, the questions that can be asked about it, and the ways out of it. */
import type { Ablation } from '#engine/insight/ablation.ts';
import type { ImageComparison } from '#engine/insight/image/compare-images.ts';
import type { FileDifference } from '#engine/insight/image/file-difference.ts';
import type { ImageReport } from '#engine/insight/image/image-report.ts';
import type { FileContents, LayerFile } from '#engine/insight/image/layer-files.ts';
import type { Provenance } from '#engine/insight/provenance.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { LineRange } from '#engine/source/range.ts';
import type { ImageChoice } from '#engine/workspace/image-choices.ts';
import type { Versus } from '#lib/state/images.svelte.ts';

/** Answers come later: the engine is asked when somebody looks. */
export interface Questions {
  folder: (layer: number, path: string, all: boolean) => Promise<readonly LayerFile[]>;
  file: (layer: number, path: string) => Promise<FileContents | undefined>;
  origin: (layer: number, path: string) => Promise<Provenance | undefined>;
  without: (lines: LineRange) => Promise<Ablation | undefined>;
  difference: (path: string) => Promise<FileDifference | undefined>;
}

export interface LookedAt {
  choices: readonly ImageChoice[];
  /** Id of the image that is looked at, and the one that it is set against. */
  image: string | undefined;
  report: ImageReport | undefined;
  /** The build that made it, where one of this page did. */
  record: BuildRecord | undefined;
  other: string | undefined;
  otherReport: ImageReport | undefined;
  versus: Versus;
  comparison: ImageComparison | undefined;
}

export interface WaysOut {
  onimage: (id: string) => void;
  onother: (id: string | undefined) => void;
  onversus: (versus: Versus) => void;
  onsave: () => void;
  onopen: () => void;
  /** Shows a step of the build in the graph; opens a file of the context. */
  onstep: (step: string) => void;
  onfile: (path: string) => void;
}
