/** `docker buildx imagetools create`: names for what registries have already, by copying or by an index over it (buildx `util/imagetools/create.go`). */
import { sha256 } from '../fs/index.ts';
import type { Digest } from '../fs/node.ts';
import { childrenOf, isConfig, isIndex, isManifest, parse } from '../image/children.ts';
import { indexJson, mediaTypes, type Descriptor } from '../image/manifest.ts';
import { putImage, withSources } from '../image/new-image.ts';
import { formatReference, parseReference, withDefaultTag, type Reference } from '../image/reference.ts';
import { emptyImageStore, type Blob } from '../image/store.ts';
import { utf8Length } from '../source/utf8.ts';
import type { RegistryMessage } from './message.ts';
import { push } from './push.ts';
import { readManifest, type RemoteManifest } from './queries.ts';
import type { Registries } from './registries.ts';
import type { Caller } from './transfer.ts';

export interface CreateRequest extends Caller {
  /** What is there, as typed. */
  readonly sources: readonly string[];
  /** New names, as typed after `-t`. */
  readonly tags: readonly string[];
  /** `--prefer-index`, true where absent: one manifest alone gets an index around it, and so another digest. */
  readonly preferIndex?: boolean;
}

export interface Created {
  readonly ok: boolean;
  readonly registries: Registries;
  readonly messages: readonly RegistryMessage[];
  /** Virtual milliseconds. */
  readonly duration: number;
  /** What the names lead to: an index, or the copied manifest, with its text; all that `--dry-run` shows. */
  readonly target?: Blob;
  /** Full names that were pushed, in order, each with the time when it was done. */
  readonly pushed: readonly { readonly name: string; readonly time: number }[];
  readonly error?: string;
}

/** Makes the names; with `dryRun` only finds out what they would lead to. What was pushed before an error stays. */
export function createTags(registries: Registries, request: CreateRequest, dryRun = false): Created {
  const messages: RegistryMessage[] = [];
  let time = 0;
  const hear = (said: readonly RegistryMessage[], duration: number): void => {
    const begun = time;
    messages.push(...said.map((message) => ({ ...message, time: message.time + begun })));
    time += duration;
  };
  const end = (over: Partial<Created>): Created => ({ ok: over.error === undefined, registries, messages, duration: time, pushed: [], ...over });
  if (request.sources.length === 0) return end({ error: 'no sources specified' });
  const found: RemoteManifest[] = [];
  for (const source of request.sources) {
    const answer = readManifest(registries, source, request);
    hear(answer.messages, answer.duration);
    if ('error' in answer) return end({ error: answer.error });
    found.push(answer);
  }
  const target = combined(found, request.preferIndex ?? true);
  const references: Reference[] = [];
  for (const tag of request.tags) {
    const parsed = parseReference(tag);
    if ('error' in parsed) return end({ error: parsed.error, target });
    references.push(withDefaultTag(parsed));
  }
  if (dryRun) return end({ target });
  const blobs = new Map<Digest, Blob>([[target.digest, target]]);
  for (const { reference, blob, find } of found) gather(blob, [`${reference.domain}/${reference.path}`], find, blobs);
  const pushed: Created['pushed'][number][] = [];
  let now = registries;
  for (const reference of references) {
    const name = formatReference(reference);
    const { mediaType, digest, size } = target;
    const store = putImage(emptyImageStore, { target: { mediaType, digest, size }, blobs: [...blobs.values()], roots: new Map() }, [name], request.now);
    const outcome = push(now, { ...request, store, ref: name, client: 'buildkit' });
    hear(outcome.messages, outcome.duration);
    now = outcome.registries;
    if (outcome.error !== undefined) return end({ registries: now, target, pushed, error: outcome.error });
    pushed.push({ name, time });
  }
  return end({ registries: now, target, pushed });
}

/** One source as it is, where it is an index or no index is preferred; else an index over all manifests. */
function combined(found: readonly RemoteManifest[], preferIndex: boolean): Blob {
  const [first] = found;
  if (first && found.length === 1 && (isIndex(first.blob.mediaType) || !preferIndex)) return first.blob;
  const manifests = new Map<Digest, Descriptor>();
  for (const { blob, find } of found) {
    if (isIndex(blob.mediaType)) for (const child of childrenOf(blob)) manifests.set(child.digest, child);
    else manifests.set(blob.digest, described(blob, find));
  }
  const text = indexJson([...manifests.values()]);
  return { mediaType: mediaTypes.index, digest: sha256(text), size: utf8Length(text), text };
}

/** A manifest with the platform that its config says. */
function described(blob: Blob, find: RemoteManifest['find']): Descriptor {
  const config = childrenOf(blob).find(({ mediaType }) => isConfig(mediaType));
  const { os, architecture, variant } = parse((config && find(config.digest)?.text) ?? '');
  const { mediaType, digest, size } = blob;
  if (typeof os !== 'string' || typeof architecture !== 'string') return { mediaType, digest, size };
  return { mediaType, digest, size, platform: { architecture, os, ...(typeof variant === 'string' && { variant }) } };
}

/** Everything below a blob that its registry has, with where it lies. */
function gather(blob: Blob, sources: readonly string[], find: RemoteManifest['find'], into: Map<Digest, Blob>): void {
  into.set(blob.digest, isManifest(blob.mediaType) || isIndex(blob.mediaType) ? blob : withSources(blob, sources));
  for (const { digest } of childrenOf(blob)) {
    const child = find(digest);
    if (child && !into.has(digest)) gather(child, sources, find, into);
  }
}
