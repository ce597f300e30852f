/** `docker buildx imagetools create`: a name for what lies in a registry, made without a builder. */
import { childrenOf, emptyImageStore, indexJson, isIndex, mediaTypes, parseReference, platformName, putImage, type Blob, type Descriptor } from '../../image/index.ts';
import { sha256 } from '../../fs/index.ts';
import { formatReference, withDefaultTag } from '../../image/index.ts';
import { push } from '../../registry/push.ts';
import type { RemoteManifest } from '../../registry/queries.ts';
import { utf8Length } from '../../source/utf8.ts';
import type { Session } from '../session.ts';

/** Copies what a reference leads to under other names. `wrap`: a manifest alone gets an index above it, as buildx does by itself. */
export function createTag(session: Session, found: RemoteManifest, source: string, tags: readonly string[], { wrap, dryRun }: { readonly wrap: boolean; readonly dryRun: boolean }): number {
  const target = wrap && !isIndex(found.blob.mediaType) ? wrapped(found) : found.blob;
  if (dryRun) {
    session.out(target.text ?? '');
    return 0;
  }
  const blobs = new Map<string, Blob>([[target.digest, target]]);
  const collect = (blob: Blob): void => {
    for (const { digest } of childrenOf(blob)) {
      const child = digest === found.blob.digest ? found.blob : found.find(digest);
      if (!child || blobs.has(digest)) continue;
      blobs.set(digest, child);
      collect(child);
    }
  };
  collect(target);
  const descriptor: Descriptor = { mediaType: target.mediaType, digest: target.digest, size: target.size };
  for (const tag of tags) {
    const parsed = parseReference(tag);
    if ('error' in parsed) return session.err(`ERROR: ${parsed.error}\n`);
    const name = formatReference(withDefaultTag(parsed));
    const store = putImage(emptyImageStore, { target: descriptor, blobs: [...blobs.values()], roots: new Map() }, [name], session.now);
    const began = session.process.machine.elapsed;
    session.err(`#1 [internal] pushing ${name}\n`);
    for (const { digest } of childrenOf(target)) session.err(`#1 0.000 copying ${digest} from ${source} to ${name}\n`);
    const pushed = push(session.state.registries, { ...session.caller, store, ref: name });
    session.state = { ...session.state, registries: pushed.registries };
    session.messages = [...session.messages, ...pushed.messages.map((message) => ({ ...message, time: message.time + began }))];
    session.process.machine.advance(pushed.duration);
    if (!pushed.ok) return session.err(`#1 ERROR: ${pushed.error ?? ''}\nERROR: ${pushed.error ?? ''}\n`);
    session.err(`#1 DONE ${(pushed.duration / 1000).toFixed(1)}s\n`);
  }
  return 0;
}

function wrapped({ blob, find }: RemoteManifest): Blob {
  const config = childrenOf(blob)[0];
  const text = config && find(config.digest)?.text;
  const json = text === undefined ? {} : (JSON.parse(text) as { readonly os?: string; readonly architecture?: string; readonly variant?: string });
  const platform = { architecture: json.architecture ?? 'amd64', os: json.os ?? 'linux', ...(json.variant !== undefined && { variant: json.variant }) };
  const index = indexJson([{ mediaType: blob.mediaType, digest: blob.digest, size: blob.size, ...(platformName(platform) !== '' && { platform }) }]);
  return { mediaType: mediaTypes.index, digest: sha256(index), size: utf8Length(index), text: index };
}
