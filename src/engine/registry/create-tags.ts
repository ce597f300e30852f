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
  /** `--append`: what the first tag leads to now comes before the sources. */
  readonly append?: boolean;
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
  /** One for each repository of the tags, in their order; the last is the one that failed, where one did. */
  readonly repositories: readonly CreatedRepository[];
  /** buildx's words. */
  readonly error?: string;
}

/** What was pushed to one repository: a vertex of buildx's progress, `pushing ghcr.io/me/app`. */
export interface CreatedRepository {
  readonly name: string;
  /** Manifests that are copied with all they lead to, and the full name that they come from. */
  readonly copied: readonly { readonly digest: Digest; readonly source: string }[];
  /** Full names, each with the time when its push began. */
  readonly tags: readonly { readonly name: string; readonly time: number }[];
  readonly time: number;
  readonly duration: number;
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
  const end = (over: Partial<Created>): Created => ({ ok: over.error === undefined, registries, messages, duration: time, repositories: [], ...over });
  const parsedTags = request.tags.map((tag) => parseReference(tag));
  const wrong = parsedTags.find((each) => 'error' in each);
  if (wrong && 'error' in wrong) return end({ error: wrong.error });
  const references = parsedTags.flatMap((each) => ('error' in each ? [] : [withDefaultTag(each)]));
  const sources = request.append && references[0] ? [formatReference(references[0]), ...request.sources] : request.sources;
  if (sources.length === 0) return end({ error: 'no sources specified' });
  const found: RemoteManifest[] = [];
  for (const source of sources) {
    const answer = readManifest(registries, source, request);
    hear(answer.messages, answer.duration);
    if ('error' in answer) return end({ error: answer.error });
    found.push(answer);
  }
  const target = combined(found, request.preferIndex ?? true);
  if (dryRun) return end({ target });
  const blobs = new Map<Digest, Blob>([[target.digest, target]]);
  for (const { reference, blob, find } of found) gather(blob, [`${reference.domain}/${reference.path}`], find, blobs);
  const copied = copies(target, found);
  const repositories: CreatedRepository[] = [];
  let now = registries;
  for (const name of new Set(references.map(nameOf))) {
    const began = time;
    const tags: CreatedRepository['tags'][number][] = [];
    const done = (): void => void repositories.push({ name, copied, tags, time: began, duration: time - began });
    for (const reference of references.filter((each) => nameOf(each) === name)) {
      const full = formatReference(reference);
      const { mediaType, digest, size } = target;
      const store = putImage(emptyImageStore, { target: { mediaType, digest, size }, blobs: [...blobs.values()], roots: new Map() }, [full], request.now);
      const { messages: said, duration, registries: after, error } = push(now, { ...request, store, ref: full, client: 'buildkit' });
      const publishing = said.findLast(({ about, method }) => method === 'PUT' && (about === 'manifest' || about === 'index'));
      if (publishing || error === undefined) tags.push({ name: full, time: time + (publishing?.time ?? duration) });
      hear(said, duration);
      now = after;
      if (error === undefined) continue;
      done();
      const [first] = copied;
      const what = publishing || !first ? `publish ${digest} to ${full}` : `copy ${first.digest} from ${first.source} to ${full}`;
      return end({ registries: now, target, repositories, error: `${what}: ${error}` });
    }
    done();
  }
  return end({ registries: now, target, repositories });
}

const nameOf = ({ domain, path }: Reference): string => formatReference({ domain, path });

/** The manifests of a target, each with the source that has it. */
function copies(target: Blob, found: readonly RemoteManifest[]): CreatedRepository['copied'] {
  const digests = isIndex(target.mediaType) ? childrenOf(target).map(({ digest }) => digest) : [target.digest];
  return digests.map((digest) => {
    const source = found.find(({ blob, find }) => blob.digest === digest || find(digest) !== undefined) ?? found[0]!;
    return { digest, source: formatReference(source.reference) };
  });
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
