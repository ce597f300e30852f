/** Between the presenter's window and the audience's: screens one way, a greeting the other. Both are pages of this site. */
import type { LanguageName } from '#messages/index.ts';
import type { Theme } from '#lib/ui/appearance.svelte.ts';
import type { Screen } from './screen.ts';

export type ToAudience =
  | { readonly kind: 'screen'; readonly screen: Screen; readonly theme: Theme; readonly language: LanguageName }
  /** Virtual milliseconds of the playhead; absent at the end. */
  | { readonly kind: 'time'; readonly time?: number }
  | { readonly kind: 'end' };

export interface ToPresenter {
  readonly kind: 'hello';
}

export type Said = ToAudience | ToPresenter;

/** The channel of one talk; null where the browser has none. */
export function channelOf(talk: string): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`layerscope-talk-${talk}`);
}

/** Where the audience's window finds its talk. */
export const audienceQuery = (talk: string): string => `?talk=${encodeURIComponent(talk)}`;
