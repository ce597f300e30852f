/** Questions to a registry that move no layers: `imagetools inspect`, `manifest inspect`, lists of tags. */
import type { Digest } from '../fs/node.ts';
import { formatReference, parseReference, withDefaultTag, type Reference } from '../image/reference.ts';
import type { Blob } from '../image/store.ts';
import { imageOf } from './catalog/lookup.ts';
import { RegistryClient } from './client.ts';
import type { RegistryMessage } from './message.ts';
import type { Refusal } from './refusal.ts';
import { stateOf, type Registries } from './registries.ts';
import type { Caller } from './transfer.ts';
import { refusalWords } from './words.ts';

/** What a reference leads to at its registry. */
export interface RemoteManifest {
  readonly reference: Reference;
  /** Index or manifest, with its text. */
  readonly blob: Blob;
  /** What lies below it at the registry, by digest: manifests, configs, layers. */
  readonly find: (digest: Digest) => Blob | undefined;
  readonly messages: readonly RegistryMessage[];
  /** Virtual milliseconds. */
  readonly duration: number;
}

/** An answer that is none, in the words of buildx and of containerd's resolver. */
export interface QueryError {
  readonly error: string;
  readonly messages: readonly RegistryMessage[];
  readonly duration: number;
}

/** The index or manifest behind a reference, as `docker buildx imagetools inspect` and `docker manifest inspect` ask for it. */
export function readManifest(registries: Registries, ref: string, caller: Caller): RemoteManifest | QueryError {
  const parsed = parseReference(ref);
  if ('error' in parsed) return { error: parsed.error, messages: [], duration: 0 };
  const reference = withDefaultTag(parsed);
  const { domain, path } = reference;
  const object = reference.digest ?? reference.tag ?? 'latest';
  const client = new RegistryClient(registries, domain, caller);
  const place = `/v2/${path}/manifests/${object}`;
  const entered = client.enter(0, path, ['pull'], { method: 'HEAD', path: place, about: 'manifest' });
  const refusal = entered.refusal ?? client.refusal(path, 'pull');
  if (refusal) return { error: deniedWords(refusal, reference, { endpoint: client.endpoint, messages: client.messages() }), messages: client.messages(), duration: entered.time };
  const { server } = client;
  const blob = server.manifest(path, object);
  let time = client.ask(entered.time, { method: 'HEAD', path: place, status: blob ? 200 : 404, about: 'manifest' });
  if (!blob) return { error: `${formatReference(reference)}: not found`, messages: client.messages(), duration: time };
  time = client.ask(time, { method: 'GET', path: `/v2/${path}/manifests/${blob.digest}`, status: 200, about: 'manifest', digest: blob.digest, received: blob.size });
  const served = server.has(path) ? undefined : server.served(path, object);
  const find = (digest: Digest): Blob | undefined => served?.blobs.get(digest) ?? server.manifest(path, digest) ?? server.blob(path, digest);
  return { reference, blob, find, messages: client.messages(), duration: time };
}

/** In buildx's words. */
function deniedWords(refusal: Refusal, reference: Reference, { endpoint, messages }: { readonly endpoint: string; readonly messages: readonly RegistryMessage[] }): string {
  const request = messages.findLast(({ status }) => status >= 400 && status !== 401);
  return refusalWords(refusal, { action: 'pull', reference, imageStore: 'containerd', endpoint, client: 'buildkit', ...(request && { request }) });
}

/** Tags of a repository, sorted as registries list them: somebody's own, else those that the catalog records. */
export function listTags(registries: Registries, repository: string, caller: Caller): { readonly tags: readonly string[] } | { readonly error: string } {
  const parsed = parseReference(repository);
  if ('error' in parsed) return parsed;
  const { domain, path } = parsed;
  const client = new RegistryClient(registries, domain, caller);
  const refusal = client.refusal(path, 'pull');
  if (refusal) return { error: deniedWords(refusal, parsed, { endpoint: client.endpoint, messages: [] }) };
  const own = stateOf(registries, domain).repositories.get(path);
  if (own) return { tags: [...own.tags.keys()].sort() };
  const known = imageOf(`${domain}/${path}`);
  return known ? { tags: known.releases.flatMap(({ tags }) => tags).sort() } : { error: `name unknown: repository name not known to registry` };
}
