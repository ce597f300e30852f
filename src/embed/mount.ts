/** What stands inside an embed, put into a shadow root or into the body of a frame. */
import type { WorkerLike } from '#lib/worker/client.ts';
import { openEmbed } from './view/open.ts';
import type { EventName, Events, Methods, Presentation, Source } from './vocabulary.ts';

export interface MountOptions {
  readonly source: Source;
  readonly presentation: Presentation;
  /** A worker with an engine of its own, by a name that is unique in the page; also one that runs in the page's own thread. */
  readonly spawn: (name: string) => WorkerLike;
  /** URL of the site's root, ends with `/`: where links to Layerscope lead. */
  readonly site: string;
  /** Told everything that happens inside, in order. */
  readonly emit: <E extends EventName>(event: E, detail: Events[E]) => void;
}

export interface Embed {
  readonly methods: Methods;
  /** Presents the same thing another way; what is shown and edited stays. */
  present(presentation: Presentation): void;
  /** Takes the view out of its target and ends its engine. */
  destroy(): void;
}

/**
 * Opens the source and shows it in `target`. Resolves when the view stands and the first record is in it. A source that cannot be
 * opened is no rejection: the view says why in a sentence, `error` is told, and `methods.load` can show something else.
 */
export function mountEmbed(target: ShadowRoot | HTMLElement, options: MountOptions): Promise<Embed> {
  return openEmbed(target, options);
}
