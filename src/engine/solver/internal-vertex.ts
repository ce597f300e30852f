import { sha256 } from '../fs/index.ts';
import type { Digest } from '../fs/index.ts';
import type { StatusStream } from './stream.ts';

/** A vertex that has started. */
export interface InternalVertex {
  readonly digest: Digest;
  readonly complete: (error?: string) => void;
}

/** The same few names come in every build. */
const digests = new Map<string, Digest>();

/**
 * A vertex of the log that is no operation: its digest is that of its name, and of what tells it from others with that name.
 * What ends it says so in the stream.
 */
export function internalVertex(stream: StatusStream, name: string, other = ''): InternalVertex {
  const text = name + other;
  let digest = digests.get(text);
  if (!digest) {
    if (digests.size > 1000) digests.clear();
    digests.set(text, (digest = sha256(text)));
  }
  stream.announce({ digest, name, inputs: [] });
  return { digest, complete: stream.start(digest) };
}
