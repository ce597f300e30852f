/** What the page and the service worker say to each other. */

/** `[path below the site's root, bytes]` of everything that is kept; a page is its folder, with a slash at the end. */
export interface FileList {
  readonly version: string;
  readonly files: readonly (readonly [path: string, bytes: number])[];
}

/** The page asks, over a port; `fill` brings in a few more files, `first` before all others. */
export type Order = { readonly type: 'fill'; readonly first: readonly string[] } | { readonly type: 'take-over' };

/** How much of its version a service worker has, in bytes; `stopped` where nothing more can be had now. */
export interface Progress {
  readonly version: string;
  readonly done: number;
  readonly total: number;
  /** `network`: no answer. `superseded`: the site has another version by now. `full`: the browser keeps no more. `unlisted`: the host has no list of what there is to keep. */
  readonly stopped?: 'network' | 'superseded' | 'full' | 'unlisted';
}
