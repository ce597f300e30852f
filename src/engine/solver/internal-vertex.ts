import { sha256 } from '../fs/index.ts';
import type { Digest } from '../fs/index.ts';
import type { StatusStream } from './stream.ts';

/** A vertex of the log that is no operation. What ends it says so in the stream. */
export interface InternalVertex {
  readonly digest: Digest;
  readonly complete: (error?: string) => void;
}

/** Vertices that are no operation have digests of their own; the name is enough to tell them apart in one build. */
export function internalVertex(stream: StatusStream, name: string): InternalVertex {
  const digest = sha256(name);
  stream.announce({ digest, name, inputs: [] });
  return { digest, complete: stream.start(digest) };
}
