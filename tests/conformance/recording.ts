/** The shape of a recorded scenario: what a real builder did, step by step. */
import type { Digest } from '#engine/fs/index.ts';
import type { HistoryEntry, ImageConfig } from '#engine/image/config.ts';

/** A file that a step writes. */
export interface RecordedFile {
  readonly text?: string;
  readonly base64?: string;
  readonly symlink?: string;
  /** Octal. */
  readonly mode?: string;
  /** Seconds. */
  readonly mtime?: number;
}

/** A change between two builds. */
export type RecordedEdit =
  | ({ readonly op: 'write'; readonly path: string } & RecordedFile)
  | { readonly op: 'symlink'; readonly path: string; readonly target?: string; readonly symlink?: string; readonly mtime?: number }
  | { readonly op: 'mkdir'; readonly path: string; readonly mode?: string }
  | { readonly op: 'delete'; readonly path: string }
  | { readonly op: 'chmod'; readonly path: string; readonly mode: string }
  | { readonly op: 'touch'; readonly path: string; readonly mtime: number }
  | { readonly op: 'rename'; readonly from: string; readonly to: string };

/** A line of the status stream, summed up. */
export interface RecordedVertex {
  readonly name: string;
  readonly cached: boolean;
  readonly error: string | null;
  readonly inputs: readonly string[];
  readonly started?: false;
  readonly completed?: false;
  readonly log?: string;
}

/** A layer; those of a base image without entries. */
export interface RecordedLayer {
  readonly diffId: Digest;
  readonly size: number;
  readonly base?: string;
  readonly entries?: readonly { readonly path: string; readonly [field: string]: unknown }[];
}

/** What the exporter wrote. */
export interface RecordedImage {
  readonly platform?: string;
  readonly config: ImageConfig;
  readonly configDigest: Digest | null;
  readonly diffIds: readonly Digest[];
  readonly history: readonly HistoryEntry[];
  readonly layers: readonly RecordedLayer[];
}

/** What the real builder did in a step. */
export interface Expectation {
  readonly ok: boolean;
  readonly error?: string;
  readonly errorText?: string;
  readonly vertices: readonly RecordedVertex[];
  readonly warnings: readonly { readonly rule: string | null; readonly message: string; readonly lines: readonly (readonly [number, number])[]; readonly url: string | null }[];
  readonly plain?: string;
  readonly image?: RecordedImage;
  readonly images?: readonly RecordedImage[];
  /** What differed from recording to recording: names of vertices, or `error`, `errorText`, `image`, `warnings`. */
  readonly unstable?: readonly string[];
}

/** Files and edits, then a build. */
export interface RecordedStep {
  readonly files?: Readonly<Record<string, RecordedFile | string>>;
  readonly edits?: readonly RecordedEdit[];
  readonly build: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>>; readonly context?: string };
  readonly expect: Expectation;
}

/** A scenario. */
export interface Recording {
  readonly name: string;
  readonly about: string;
  readonly tags: readonly string[];
  readonly steps: readonly RecordedStep[];
}
