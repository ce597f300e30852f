/** A rebuild as frames: which moment each shows, how long it is seen, and how it is drawn. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import { MARGIN } from '#lib/views/foot.ts';
import { digitsOf } from '#lib/views/graph/digits.ts';
import { layoutGraph } from '#lib/views/graph/layout.ts';
import { momentOf } from '#lib/views/graph/moment.ts';
import { describeGraph } from '#lib/views/graph/describe.ts';
import type { Look } from '#lib/views/graph/standalone.ts';
import { graphSvg } from '#lib/views/graph/svg.ts';
import { filmOf, type Film } from '#lib/views/graph/timeline.ts';
import { within } from './svg-text.ts';

export interface FilmSubject {
  readonly title: string;
  readonly record: BuildRecord;
  readonly before?: BuildRecord | undefined;
  readonly files: readonly FileEntry[];
  readonly edited: ReadonlySet<string>;
}

export interface FrameOf {
  /** Virtual milliseconds; absent for the result. */
  readonly clock?: number;
  /** Milliseconds that it is seen. */
  readonly delay: number;
}

/** Milliseconds between frames: a whole number of GIF's hundredths, twenty a second. */
const STEP = 50;
/** What was there before is seen for a moment, what came of it for longer. */
const BEFORE = 800;
const AFTER = 2_000;

/** The moments of a film at a speed: what was before, what happens, and the result; nothing where nothing ran. */
export function framesOf({ length, marks, toClock }: Pick<Film, 'length' | 'marks' | 'toClock'>, speed: number): readonly FrameOf[] {
  if (length === 0 || marks.length === 0) return [];
  const count = Math.ceil(length / (STEP * speed));
  return Array.from({ length: count + 1 }, (_, at) => (at === count ? { delay: AFTER } : { clock: toClock(at * STEP * speed), delay: at === 0 ? BEFORE : STEP }));
}

/** Frames as they are drawn; neighbours that look the same are one that is seen longer. */
export function* drawnFrames(frames: readonly FrameOf[], draw: (frame: FrameOf) => string): Generator<{ readonly svg: string; readonly delay: number; readonly done: number }> {
  let waiting: { svg: string; delay: number } | undefined;
  for (const [at, frame] of frames.entries()) {
    const svg = draw(frame);
    if (waiting?.svg === svg) waiting.delay += frame.delay;
    else {
      if (waiting) yield { ...waiting, done: at };
      waiting = { svg, delay: frame.delay };
    }
  }
  if (waiting) yield { ...waiting, done: frames.length };
}

/** The film of a build and its drawing: `draw` gives the SVG text of a frame. */
export function filmOfBuild({ title, record, before, files, edited }: FilmSubject, { width, ...look }: Look & { readonly width: number }): { readonly film: Film; readonly draw: (frame: FrameOf) => string } {
  const layout = layoutGraph({ record, files, edited, width: width - 2 * MARGIN });
  const digits = digitsOf(record, before);
  const film = filmOf(record, layout.edges, new Set(digits.keys()));
  const description = describeGraph(record);
  const draw = ({ clock }: FrameOf) => within(graphSvg(layout, { ...look, foot: true, id: 'layerscope-film', title, description, predicted: record.predicted, ...(clock !== undefined && { moment: momentOf(film, clock, digits), caption: '' }) }), width);
  return { film, draw };
}
