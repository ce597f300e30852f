/**
 * The build record: everything a build was, as an immutable value that serialises to JSON. Views, the log, the Why panel and
 * the tests are functions of it. All times are virtual milliseconds since the build's start unless said otherwise.
 */
import type { BuildOptions, StagePlan, StepPlan } from '../graph/plan.ts';
import type { Digest } from '../fs/node.ts';
import type { ImageConfig } from '../image/config.ts';
import type { Fidelity, ModelNote } from '../run/request.ts';
import type { Diagnostic } from '../source/diagnostic.ts';

export type { Fidelity, ModelNote };

/**
 * What became of a step. `cached`: looked up and found, or below something that was found and so not needed again in
 * BuildKit's own log. `not-needed`: no path from the target leads to it. `stopped`: another step failed first.
 */
export type StepState = 'cached' | 'rebuilt' | 'failed' | 'not-needed' | 'stopped';

/** How a result was found in the cache. */
export interface CacheHit {
  /** `definition`: the keys of the inputs led to it. `content`: the digest of what it reads did. `below`: a later step was found, so this one was not even needed. */
  readonly via: 'definition' | 'content' | 'below';
  /** Number of the build whose result it is; 0 where it was made elsewhere. */
  readonly build: number;
  /** Name of the cache that it was imported from. */
  readonly imported?: string;
}

/** One ingredient of a key, in the order of the key. */
export interface KeyInput {
  /** The vertex that is read, by definition digest. */
  readonly vertex: Digest;
  /** What is read of it; absent where all of it is (the parent). */
  readonly paths?: readonly string[];
  /** Digest of the content that is read, where BuildKit uses one and it was computed. */
  readonly content?: Digest;
}

/** The ingredients of a cache key, enough to say which of them changed. */
export interface KeyRecord {
  /** Digest of the operation alone (BuildKit's CacheMap digest). */
  readonly operation: Digest;
  /** What is in the operation, as labelled text: `argument 3` → `go build`, `environment CGO_ENABLED` → `0`, `destination` → `/src/`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly inputs: readonly KeyInput[];
  readonly ignoreCache: boolean;
}

/** A vertex of the status stream, in the order of announcement. */
export interface VertexRecord {
  /** Definition digest: unique in a record. */
  readonly digest: Digest;
  readonly name: string;
  readonly inputs: readonly Digest[];
  /** Id of the step it belongs to; absent for internal vertices. */
  readonly step?: string;
  readonly started?: number;
  readonly completed?: number;
  /** What BuildKit's log says. */
  readonly cached: boolean;
  readonly error?: string;
  readonly key?: KeyRecord;
  readonly hit?: CacheHit;
  readonly group?: { readonly id: string; readonly name: string; readonly weak: boolean };
}

/** A step of the Dockerfile and what became of it. */
export interface StepRecord extends StepPlan {
  /** `[build 5/6] COPY . .`. */
  readonly name: string;
  readonly state: StepState;
  /** Definition digest of the vertex that gives its result; absent where not needed. */
  readonly vertex?: Digest;
  /** When its turn came and when it ended; absent where it never started. */
  readonly started?: number;
  readonly completed?: number;
  /** Bytes that it adds to the file system (uncompressed contents), where its result is known. */
  readonly bytes?: number;
  /** Compressed bytes pulled, for FROM. */
  readonly pulled?: number;
  readonly hit?: CacheHit;
  readonly fidelity: Fidelity;
  readonly models: readonly ModelNote[];
  readonly error?: string;
}

export interface StageRecord extends StagePlan {
  /** Layers that this stage gives to the image, FROM's included; 0 where it is not part of the image. */
  readonly layers: number;
}

/** BuildKit's status stream (client.SolveStatus), one message at a time, by time and then by the order of sending. */
export type StatusEvent =
  | { readonly type: 'vertex'; readonly time: number; readonly vertex: Digest; readonly started?: number; readonly completed?: number; readonly cached?: boolean; readonly error?: string }
  | { readonly type: 'status'; readonly time: number; readonly vertex: Digest; readonly id: string; readonly current?: number; readonly total?: number; readonly started?: number; readonly completed?: number }
  | { readonly type: 'log'; readonly time: number; readonly vertex: Digest; readonly stream: 1 | 2; readonly text: string }
  | { readonly type: 'warning'; readonly time: number; readonly vertex: Digest; readonly message: string; readonly url?: string; readonly lines?: readonly (readonly [number, number])[] };

export interface LayerRecord {
  readonly diffId: Digest;
  /** Bytes of the uncompressed tar; of a base's layer its share of the files of the image, where nobody has read the tar. */
  readonly size: number;
  /** Digest and bytes of the blob as it would travel; modelled, because Go's compressor is not ours. */
  readonly blob?: { readonly digest: Digest; readonly size: number; readonly fidelity: Fidelity };
  /** Step that made it; absent for layers of the base. */
  readonly step?: string;
  readonly createdBy?: string;
  readonly fidelity: Fidelity;
}

export interface ImageRecord {
  readonly platform: string;
  readonly config: ImageConfig;
  /** The config's exact JSON text, whose sha256 is `configDigest`. */
  readonly configJson: string;
  readonly configDigest: Digest;
  readonly manifestDigest: Digest;
  /** Bytes of the manifest. */
  readonly manifestSize: number;
  /** The manifest's exact text. */
  readonly manifestJson: string;
  readonly layers: readonly LayerRecord[];
  readonly names: readonly string[];
  /** Sum of layer blobs as they travel, bytes. */
  readonly compressedSize: number;
}

/** What BuildKit states about where an image comes from: a manifest of its own beside the image's. Ids and times in it are invented. */
export interface AttestationRecord {
  /** Digest of the manifest that it is about. */
  readonly subject: Digest;
  readonly manifestDigest: Digest;
  readonly manifestJson: string;
  readonly statementDigest: Digest;
  readonly statementJson: string;
}

/** The index above the images, where there is one: for several platforms, or for one with a statement. */
export interface IndexRecord {
  readonly digest: Digest;
  readonly json: string;
  readonly attestations: readonly AttestationRecord[];
}

export interface BuildError {
  /** BuildKit's text without the client's `ERROR: failed to build: failed to solve: `. */
  readonly message: string;
  readonly diagnostic: Diagnostic;
  /** Digest of the vertex that failed, where one did. */
  readonly vertex?: Digest;
}

export interface ContextRecord {
  /** Content digest of what was sent. */
  readonly digest: Digest;
  readonly files: number;
  /** Bytes of the files that the build may read, after `.dockerignore`. */
  readonly bytes: number;
  /** Bytes that travelled in this build, as the log counts them. */
  readonly transferred: number;
}

export interface BuildRecord {
  /** Absent: BuildKit. Otherwise the log is that of the builder before it. */
  readonly strategy?: 'classic';
  /** 1, 2, 3… in one workspace. A prediction has the number that the next build would have. */
  readonly number: number;
  /** A dry run of the next build: nothing of it was kept. */
  readonly predicted: boolean;
  readonly ok: boolean;
  /** A build that really happened, read from what was printed of it: it has no keys and no images. */
  readonly recorded?: 'rawjson' | 'history';
  readonly options: BuildOptions;
  readonly dockerfile: { readonly path: string; readonly text: string };
  readonly context?: ContextRecord;
  readonly stages: readonly StageRecord[];
  readonly steps: readonly StepRecord[];
  readonly vertices: readonly VertexRecord[];
  readonly events: readonly StatusEvent[];
  readonly diagnostics: readonly Diagnostic[];
  readonly error?: BuildError;
  /** One for each platform; empty where the build failed, and in a prediction: its layers are not hashed. */
  readonly images: readonly ImageRecord[];
  readonly index?: IndexRecord;
  /** Virtual milliseconds since 1970 on the workspace's clock. */
  readonly startedAt: number;
  readonly duration: number;
}
