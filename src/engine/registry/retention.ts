/** What registries throw away: manifests that no tag leads to, by rule or by hand, and blobs that no manifest needs. */
import type { Digest } from '../fs/node.ts';
import { childrenOf } from '../image/children.ts';
import type { Blob } from '../image/store.ts';
import type { RegistryState, Repository } from './registries.ts';

const day = 86_400_000;

/** The state after its rules of retention were applied at a moment; the same object where nothing is due. */
export function expired(state: RegistryState, now: number): RegistryState {
  let changed = false;
  const repositories = new Map(state.repositories);
  for (const [name, repository] of repositories) {
    const { untaggedDays } = repository;
    if (untaggedDays === undefined) continue;
    const kept = held(state.blobs, repository);
    const due = [...repository.manifests.values()].filter(({ digest, untagged }) => untagged !== undefined && !kept.has(digest) && now - untagged >= untaggedDays * day);
    if (due.length === 0) continue;
    changed = true;
    const manifests = new Map(repository.manifests);
    for (const { digest } of due) manifests.delete(digest);
    repositories.set(name, { ...repository, manifests });
  }
  return changed ? collected({ ...state, repositories }) : state;
}

/** The state without a tag. What it led to stays, and so does every byte of it. */
export function withoutTag(state: RegistryState, name: string, tag: string, now: number): RegistryState {
  const repository = state.repositories.get(name);
  if (!repository?.tags.has(tag)) return state;
  const tags = new Map(repository.tags);
  tags.delete(tag);
  return withRepository(state, markUntagged(state.blobs, { ...repository, tags }, now));
}

/** The state without the manifests of a repository that no tag needs; their blobs stay until they are collected. */
export function withoutUntagged(state: RegistryState, name: string): RegistryState {
  const repository = state.repositories.get(name);
  if (!repository) return state;
  const kept = held(state.blobs, repository);
  return withRepository(state, { ...repository, manifests: new Map([...repository.manifests].filter(([digest]) => kept.has(digest))) });
}

/** The state without blobs that no manifest leads to, as `registry garbage-collect` leaves it. */
export function collected(state: RegistryState): RegistryState {
  const used = new Set<Digest>();
  const repositories = new Map<string, Repository>();
  for (const [name, repository] of state.repositories) {
    const own = new Set<Digest>();
    for (const digest of repository.manifests.keys()) reach(state.blobs, digest, own);
    repositories.set(name, { ...repository, blobs: new Set([...repository.blobs].filter((digest) => own.has(digest))) });
    for (const digest of own) used.add(digest);
  }
  return { ...state, repositories, blobs: new Map([...state.blobs].filter(([digest]) => used.has(digest))) };
}

/** Bytes that a registry stores: each blob once. */
export function storedBytes(state: RegistryState): number {
  let sum = 0;
  for (const { size } of state.blobs.values()) sum += size;
  return sum;
}

/** Bytes that its tags need: what is left after everything else was thrown away. */
export function taggedBytes(state: RegistryState): number {
  const reached = new Set<Digest>();
  for (const { tags } of state.repositories.values()) for (const { digest } of tags.values()) reach(state.blobs, digest, reached);
  let sum = 0;
  for (const digest of reached) sum += state.blobs.get(digest)?.size ?? 0;
  return sum;
}

/** Notes since when a manifest has had no tag. Those that an index with a tag needs have one in effect. */
export function markUntagged(blobs: RegistryState['blobs'], repository: Repository, now: number): Repository {
  const tagged = held(blobs, repository);
  const manifests = new Map(repository.manifests);
  for (const [digest, manifest] of manifests) {
    if (tagged.has(digest) === (manifest.untagged === undefined)) continue;
    const { untagged: _, ...rest } = manifest;
    manifests.set(digest, tagged.has(digest) ? rest : { ...rest, untagged: now });
  }
  return { ...repository, manifests };
}

/** Manifests of a repository that its tags need. */
function held(blobs: RegistryState['blobs'], repository: Repository): ReadonlySet<Digest> {
  const kept = new Set<Digest>();
  for (const { digest } of repository.tags.values()) reach(blobs, digest, kept);
  return kept;
}

/** Adds a digest with all that it leads to. */
export function reach(blobs: ReadonlyMap<Digest, Blob>, digest: Digest, reached: Set<Digest>): void {
  if (reached.has(digest)) return;
  reached.add(digest);
  const blob = blobs.get(digest);
  for (const child of blob ? childrenOf(blob) : []) reach(blobs, child.digest, reached);
}

function withRepository(state: RegistryState, repository: Repository): RegistryState {
  return { ...state, repositories: new Map(state.repositories).set(repository.name, repository) };
}
