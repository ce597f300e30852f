/**
 * A view of the workbench: a folder of `src/lib/views` with a `view.ts` that says where it stands and loads its component when
 * it is looked at. Added without touching another file.
 */
import type { Component } from 'svelte';
import type { MessageId } from '#messages/index.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Images } from '#lib/state/images.svelte.ts';
import type { Opener } from '#lib/state/opener.svelte.ts';
import type { PredictionMode } from '#lib/state/prediction-mode.svelte.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import type { Playback } from '#lib/views/graph/index.ts';

/** What a view may read and call; its members are reactive. */
export interface ViewContext {
  readonly bench: Workbench;
  readonly images: Images;
  readonly opener: Opener;
  /** What was predicted of the next build; while it is, nothing may show an outcome. */
  readonly prediction: PredictionMode;
  /** The build in view, or the last one that could be drawn. */
  readonly record: BuildRecord | undefined;
  /** The one playhead; absent until the graph is loaded. */
  readonly playback: Playback | undefined;
  /** Virtual milliseconds of the playhead; undefined at the end. */
  readonly time: number | undefined;
  /** The view that is looked at: `graph`, or what stands in its place. */
  readonly view: string;
  /** Goes to another view. */
  go(view: string): void;
}

export interface View {
  readonly id: string;
  readonly label: MessageId;
  /** A tab beside Graph, or a tab beside Log. */
  readonly place: 'view' | 'panel';
  /** Its place among the tabs, from the left; the log and the problems stand at 0 and 50. */
  readonly order: number;
  /** The letter that goes there, until the reader chooses another: see `keys.ts`. */
  readonly key?: string;
  /** A view that takes the whole width: files, editor and Why wait until another is looked at. */
  readonly wide?: boolean;
  /** Shown beside the label. */
  readonly count?: (context: ViewContext) => number;
  readonly load: () => Promise<{ readonly default: Component<{ context: ViewContext }> }>;
}

const found = import.meta.glob<{ readonly view: View }>('../views/*/view.ts', { eager: true });

/** All views, in the order of their tabs. */
export const views: readonly View[] = Object.values(found)
  .map(({ view }) => view)
  .sort((a, b) => a.order - b.order);
