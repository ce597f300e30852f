/** All registries of a scene, as one immutable value that its machines share. */
import type { Digest } from '../fs/node.ts';
import type { Blob } from '../image/store.ts';
import type { AccountDeclaration, RegistryDeclaration, RepositoryDeclaration } from './declaration.ts';

/** A manifest or an index in a repository. */
export interface StoredManifest {
  readonly digest: Digest;
  /** Virtual milliseconds since 1970. */
  readonly pushed: number;
  /** Since when no tag leads to it. */
  readonly untagged?: number;
}

/** A tag and where it leads. */
export interface StoredTag {
  readonly digest: Digest;
  /** Virtual milliseconds since 1970: when it was last set. */
  readonly updated: number;
}

/** One repository: its tags, its manifests, and the blobs that can be had by its name. */
export interface Repository extends RepositoryDeclaration {
  readonly tags: ReadonlyMap<string, StoredTag>;
  readonly manifests: ReadonlyMap<Digest, StoredManifest>;
  readonly blobs: ReadonlySet<Digest>;
}

/** Somebody's pull of a manifest, for the rate limit. */
export interface CountedPull {
  /** Account, or `` without login. */
  readonly who: string;
  /** Virtual milliseconds since 1970. */
  readonly time: number;
}

/** What one registry holds. What its publishers put there (`alpine`) is served from the catalog and not in here. */
export interface RegistryState {
  readonly host: string;
  readonly accounts: readonly AccountDeclaration[];
  readonly repositories: ReadonlyMap<string, Repository>;
  /** Every blob, manifest and index once, whichever repositories have it. */
  readonly blobs: ReadonlyMap<Digest, Blob>;
  readonly quota?: number;
  readonly anonymousPulls?: number;
  readonly pulls: readonly CountedPull[];
}

/** By host; a host that is not in here is empty and nobody has an account there. */
export interface Registries {
  readonly hosts: ReadonlyMap<string, RegistryState>;
}

/** Nothing was ever pushed, nobody has an account. */
export const emptyRegistries: Registries = { hosts: new Map() };

/** The registries that a scene begins with. */
export function defaultRegistries(declarations: readonly RegistryDeclaration[] = []): Registries {
  return { hosts: new Map(declarations.map((declaration) => [declaration.host, declaredState(declaration)])) };
}

/** The state of a host; an empty one where nothing is known of it. */
export function stateOf(registries: Registries, host: string): RegistryState {
  return registries.hosts.get(host) ?? declaredState({ host });
}

/** The same registries with another state of one host. */
export function withState(registries: Registries, state: RegistryState): Registries {
  return { hosts: new Map(registries.hosts).set(state.host, state) };
}

function declaredState({ host, accounts = [], repositories = [], quota, anonymousPulls }: RegistryDeclaration): RegistryState {
  return {
    host,
    accounts,
    repositories: new Map(repositories.map((declared) => [declared.name, { ...declared, tags: new Map(), manifests: new Map(), blobs: new Set() }])),
    blobs: new Map(),
    pulls: [],
    ...(quota !== undefined && { quota }),
    ...(anonymousPulls !== undefined && { anonymousPulls }),
  };
}
