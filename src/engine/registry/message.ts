/** The distribution protocol as messages: what a push or a pull says and hears, for the log, the registry view and the tests. */
import type { Digest } from '../fs/node.ts';

/** One request with its answer. */
export interface RegistryMessage {
  /** Virtual milliseconds since the start of the push or pull; `time` when the request leaves, `duration` until its answer is whole. */
  readonly time: number;
  readonly duration: number;
  /** `ghcr.io`, `auth.docker.io`. */
  readonly host: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** `/v2/me/app/blobs/sha256:…`. */
  readonly path: string;
  readonly status: number;
  /** What it is about. */
  readonly about: 'ping' | 'token' | 'blob' | 'upload' | 'mount' | 'manifest' | 'index' | 'tags';
  readonly digest?: Digest;
  /** Bytes of the body that travelled, and which way. */
  readonly sent: number;
  readonly received: number;
  /** In a few words, what it meant: `there already`, `mounted from me/base`, `denied`. */
  readonly note?: string;
}
