/** One registry while it is talked to: what it has, and what it takes. Its state is a value; every change makes a new one. */
import type { Digest } from '../fs/node.ts';
import type { ResolveImage } from '../image/base.ts';
import { childrenOf, isIndex } from '../image/children.ts';
import type { Blob } from '../image/store.ts';
import { isPublished } from './catalog/lookup.ts';
import { kindOf, type RegistryKind } from './hosts/index.ts';
import type { Refusal } from './refusal.ts';
import type { RegistryState, Repository } from './registries.ts';
import { registryRefusal } from './refusal.ts';
import { expired, markUntagged, storedBytes } from './retention.ts';
import { servedImage, type ServedImage } from './served.ts';

export class RegistryServer {
  state: RegistryState;
  readonly kind: RegistryKind;
  readonly #published: ResolveImage;
  readonly #now: number;

  constructor(state: RegistryState, published: ResolveImage, now: number) {
    this.state = expired(state, now);
    this.kind = kindOf(state.host);
    this.#published = published;
    this.#now = now;
  }

  /** What its publisher serves under a tag or a digest. */
  served(repository: string, reference: string): ServedImage | undefined {
    return servedImage(`${this.state.host}/${repository}${reference.includes(':') ? '@' : ':'}${reference}`, this.#published);
  }

  /** Whether a repository is a publisher's, known from the catalog. */
  isPublished(repository: string): boolean {
    return !this.state.repositories.has(repository) && (isPublished(`${this.state.host}/${repository}`) || this.served(repository, 'latest') !== undefined);
  }

  has(repository: string): boolean {
    return this.state.repositories.has(repository);
  }

  /** The index or manifest behind a tag or a digest: somebody's own, else a publisher's. */
  manifest(repository: string, reference: string): Blob | undefined {
    const own = this.state.repositories.get(repository);
    if (own) {
      const digest = reference.includes(':') ? (reference as Digest) : own.tags.get(reference)?.digest;
      return digest !== undefined && own.manifests.has(digest) ? this.state.blobs.get(digest) : undefined;
    }
    const served = this.served(repository, reference);
    return served?.blobs.get(served.target.digest);
  }

  /** A blob by way of a repository. */
  blob(repository: string, digest: Digest): Blob | undefined {
    return this.state.repositories.get(repository)?.blobs.has(digest) ? this.state.blobs.get(digest) : undefined;
  }

  /** Takes a blob over from another repository, where it is there and may be read. */
  mount(repository: string, blob: Blob, from: string): boolean {
    if (!this.kind.mounts || (this.blob(from, blob.digest) === undefined && !this.isPublished(from))) return false;
    this.#link(repository, this.state.blobs.get(blob.digest) ?? blob);
    return true;
  }

  /** Why a blob cannot be uploaded here, before a byte of it has come. */
  refusesUpload(repository: string): Refusal | undefined {
    const found = this.state.repositories.get(repository);
    if (!found && !this.kind.makesRepositories) return { kind: 'registry', error: this.kind.unknownRepository(this.state.host, repository) };
    return found?.locked === true ? { kind: 'registry', error: this.kind.immutable(found, '', '') } : undefined;
  }

  /** Takes a blob; a refusal where there is no room for it. */
  upload(repository: string, blob: Blob): Refusal | undefined {
    const { quota } = this.state;
    if (quota !== undefined && !this.state.blobs.has(blob.digest) && storedBytes(this.state) + blob.size > quota) return { kind: 'registry', error: this.kind.full(this.state.host) };
    this.#link(repository, blob);
    return undefined;
  }

  /** Takes a manifest or an index under a tag or its digest; everything that it leads to has to be there. */
  putManifest(repository: string, reference: string, blob: Blob): Refusal | undefined {
    const before = this.state.repositories.get(repository) ?? emptyRepository(repository);
    const tag = reference.includes(':') ? undefined : reference;
    const missing = childrenOf(blob).some(({ digest }) => !(isIndex(blob.mediaType) ? before.manifests : before.blobs).has(digest));
    if (missing) return registryRefusal(400, 'MANIFEST_BLOB_UNKNOWN', 'blob unknown to registry');
    if (tag !== undefined && before.tags.get(tag)?.digest !== blob.digest && isFixed(before, tag)) return { kind: 'registry', error: this.kind.immutable(before, tag, blob.digest) };
    const manifests = new Map(before.manifests);
    if (!manifests.has(blob.digest)) manifests.set(blob.digest, { digest: blob.digest, pushed: this.#now });
    const tags = tag === undefined ? before.tags : new Map(before.tags).set(tag, { digest: blob.digest, updated: this.#now });
    const blobs = new Map(this.state.blobs).set(blob.digest, blob);
    this.#put(markUntagged(blobs, { ...before, manifests, tags }, this.#now), blob);
    return undefined;
  }

  /** Counts the pull of a manifest; a refusal where somebody has had too many (Docker Hub: in six hours). */
  count(who: string): Refusal | undefined {
    const limit = who === '' ? (this.state.anonymousPulls ?? this.kind.anonymousPulls) : undefined;
    if (limit === undefined) return undefined;
    const recent = this.state.pulls.filter(({ time }) => this.#now - time < sixHours);
    if (recent.filter((pull) => pull.who === who).length >= limit) {
      return registryRefusal(429, 'TOOMANYREQUESTS', 'You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit');
    }
    this.state = { ...this.state, pulls: [...recent, { who, time: this.#now }] };
    return undefined;
  }

  #link(repository: string, blob: Blob): void {
    const before = this.state.repositories.get(repository) ?? emptyRepository(repository);
    this.#put({ ...before, blobs: new Set(before.blobs).add(blob.digest) }, blob);
  }

  #put(repository: Repository, blob: Blob): void {
    const { sources: _, ...bare } = blob;
    const blobs = this.state.blobs.has(blob.digest) ? this.state.blobs : new Map(this.state.blobs).set(blob.digest, bare);
    this.state = { ...this.state, blobs, repositories: new Map(this.state.repositories).set(repository.name, repository) };
  }
}


const sixHours = 6 * 3_600_000;

function emptyRepository(name: string): Repository {
  return { name, tags: new Map(), manifests: new Map(), blobs: new Set() };
}

/** Whether a tag that is there may not move, by a rule or a lock. */
function isFixed({ tags, immutableTags, locked }: Repository, tag: string): boolean {
  if (locked === true || (Array.isArray(locked) && locked.includes(tag))) return true;
  if (!tags.has(tag)) return false;
  return typeof immutableTags === 'boolean' ? immutableTags : (immutableTags?.some((pattern) => fits(pattern, tag)) ?? false);
}

/** `*` stands for any run of characters. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}
