/** What a build is asked for and what it gives: the two ends of `build`. */
import type { Selector } from '../fs/index.ts';
import type { Digest, DirNode } from '../fs/node.ts';
import type { BuildOptions } from '../graph/plan.ts';
import type { ResolveImage } from '../image/base.ts';
import type { DeclaredModel, ReadLog } from '../run/request.ts';
import type { CacheStore } from './cache-store.ts';
import type { ClassicStore } from './classic/image-store.ts';
import type { BuildRecord } from './record.ts';
import type { Snapshot } from './snapshot.ts';
import type { CacheBundle, KeptResults } from './store/bundle.ts';

/** A cache that was asked for and cannot be read: the build goes on without it. */
export interface MissingCache {
  /** As the log names it. */
  readonly name: string;
  /** BuildKit's words. */
  readonly error: string;
}

/** What the build's result becomes: the words of `--output type=…`; `none` leaves it in the cache. */
export type OutputType = 'image' | 'oci' | 'docker' | 'local' | 'tar' | 'none';

/** One `docker build`. */
export interface BuildRequest {
  /** 1, 2, 3… in one workspace; kept with every result so that a later hit can say whose result it is. */
  readonly number: number;
  readonly options: BuildOptions;
  /** The context as it lies on the disk; `.dockerignore` is applied here. */
  readonly context: DirNode;
  /** Path of the Dockerfile in the context, without a leading slash. */
  readonly dockerfilePath: string;
  /** The folder that the Dockerfile lies in where that is not the context (`--file -`, `--file ../Dockerfile`): the path is one in it. */
  readonly definitions?: DirNode;
  readonly resolve: ResolveImage;
  readonly store: CacheStore;
  /** Caches from elsewhere (`--cache-from`), looked up beside the store. */
  readonly imports?: readonly (CacheBundle | MissingCache)[];
  /** Virtual milliseconds since 1970 at the start. */
  readonly now: number;
  /** A dry run: the record says so, and the result's store is the one that was given. */
  readonly predicted?: boolean;
  /** A dry run whose result's store is the one that the build would leave, for asking what the build after it would do. */
  readonly keepStore?: boolean;
  readonly models?: readonly DeclaredModel[];
  /** Values for `RUN --mount=type=secret`, by id. */
  readonly secrets?: Readonly<Record<string, Uint8Array>>;
  /** Folders for `--build-context name=folder`, by name. */
  readonly namedContexts?: Readonly<Record<string, DirNode>>;
  /** `image` where absent. */
  readonly output?: OutputType;
  /** Where `image` goes: named and unpacked in containerd's store (where absent), named in dockerd's older one, or nowhere but to a registry. */
  readonly keeper?: 'containerd' | 'overlay2' | 'none';
  /** With an index and a statement of where it comes from beside each image, as buildx asks for unless it is told not to. */
  readonly attest?: boolean;
  /** The keys of this build travel in the image's own config (`--cache-to type=inline`). */
  readonly inlineCache?: boolean;
  /** Virtual milliseconds after which the client went away (Ctrl-C): what had ended by then stays in the store. */
  readonly stopAt?: number;
  /** Where it is noted which commands, by their vertices' digests, looked at which contents. */
  readonly reads?: ReadLog;
  /** The exporter's `rewrite-timestamp=true`: times later than SOURCE_DATE_EPOCH become it. */
  readonly rewriteTimestamp?: boolean;
}

/** Finds the file system that a vertex of this build gave (its first output), or that the cache holds for it. */
export interface ResultTrees {
  get(vertex: Digest): DirNode | undefined;
}

/** What a vertex reads, as its key counts it. */
export interface VertexReads {
  readonly vertex: Digest;
  /** Steps that have run where it has: none for sources, and for what only puts layers together. */
  readonly steps: readonly string[];
  readonly inputs: readonly { readonly vertex: Digest; readonly content?: readonly Selector[] }[];
  /** An ADD, which looks into archives. */
  readonly unpacks: boolean;
}

/** What comes of it. */
export interface BuildResult {
  readonly record: BuildRecord;
  /** The store after the build. The one that was given stays valid and unchanged. */
  readonly store: CacheStore;
  readonly trees: ResultTrees;
  /** What the classic builder keeps in place of a store, where it was the one that built. */
  readonly classic?: ClassicStore;
  /** Its results in that store: what `exportCache` lets travel. Absent where a builder's cache cannot travel. */
  readonly kept?: KeptResults;
  /** What each image is made of, in the order of `record.images`; undefined for one without files. */
  readonly snapshots?: readonly (Snapshot | undefined)[];
  /** What each vertex that was asked for its key reads. */
  readonly reads?: () => readonly VertexReads[];
  /** What was sent of the main context; absent where nothing asked for it. */
  readonly sent?: DirNode;
}
