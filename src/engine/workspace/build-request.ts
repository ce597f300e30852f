/** What one build is asked for beside the frontend's options: plain JSON, in the words of `docker buildx build`. */

/** `--cache-to`: where the cache of a build goes. */
export interface CacheTo {
  readonly type: 'inline' | 'registry' | 'local';
  /** `registry`: the reference; `local`: the folder, as typed. */
  readonly to?: string;
  /** `min` where absent. An inline cache is always `min`. */
  readonly mode?: 'min' | 'max';
}

/** `--cache-from`: where caches of earlier builds are looked for. */
export interface CacheFrom {
  readonly type: 'registry' | 'local';
  /** `registry`: the reference, of a cache or of an image with an inline one; `local`: the folder, as typed. */
  readonly from: string;
}

/** `--output`. */
export type Output =
  /** An image: kept where the builder keeps images, and pushed. `docker` driver: always kept. */
  | { readonly type: 'image'; readonly push?: boolean }
  /** Into the image store of the machine (`--load`); with a `dest` an archive for `docker load`. */
  | { readonly type: 'docker'; readonly dest?: string }
  | { readonly type: 'oci'; readonly dest: string }
  | { readonly type: 'local' | 'tar'; readonly dest: string }
  /** The result stays in the cache. */
  | { readonly type: 'cacheonly' };

/** One build's own wishes; what is absent is as the machine's builder has it. */
export interface BuildExtras {
  readonly cacheTo?: readonly CacheTo[];
  readonly cacheFrom?: readonly CacheFrom[];
  readonly output?: Output;
  /** Also pushed, under every name of the image (`--push`). */
  readonly push?: boolean;
  /** Also into the machine's image store (`--load`). */
  readonly load?: boolean;
  /** `--provenance`: true and `min` where absent; a single-manifest image without an index where false. */
  readonly provenance?: boolean;
  /** `--output rewrite-timestamp=true`: times later than SOURCE_DATE_EPOCH become it. */
  readonly rewriteTimestamp?: boolean;
  /** Virtual milliseconds after which Ctrl-C was pressed. */
  readonly interrupted?: number;
}
