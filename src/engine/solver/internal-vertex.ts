import { sha256 } from '../fs/index.ts';
import type { Digest } from '../fs/index.ts';
import type { StatusStream } from './stream.ts';

export interface InternalVertex {
  readonly digest: Digest;
  readonly complete: (error?: string) => void;
}

/** The same few names come in every build. */
const digests = new Map<string, Digest>();

/** A vertex of the log that is no operation: its digest is that of its name. What ends it says so in the stream. */
export function internalVertex(stream: StatusStream, name: string): InternalVertex {
  let digest = digests.get(name);
  if (!digest) {
    if (digests.size > 1000) digests.clear();
    digests.set(name, (digest = sha256(name)));
  }
  stream.announce({ digest, name, inputs: [] });
  return { digest, complete: stream.start(digest) };
}
