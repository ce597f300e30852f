/** The machines of a scene: each has its own builder cache and image store; registries are shared, the project is the same everywhere. */
import type { ImageStore } from '../image/store.ts';
import type { Credential } from '../registry/credential.ts';
import type { CacheStore } from '../solver/cache-store.ts';
import type { Container } from './container.ts';

/** Which builder a machine builds with. */
export interface BuilderSettings {
  /** `buildkit`; `classic` is the builder before it: line by line, every stage. */
  readonly strategy: 'buildkit' | 'classic';
  /** `docker`: the builder in dockerd, which sees and feeds the local images. `container`: one of its own, which sees registries only and loads nothing by itself. */
  readonly driver: 'docker' | 'container';
  /** `containerd`: image IDs are digests of indexes or manifests. `overlay2`: the older store, image IDs are config digests, one platform. */
  readonly imageStore: 'containerd' | 'overlay2';
}

/** A builder that `docker buildx create` made. */
export interface NamedBuilder {
  readonly name: string;
  /** Its cache; the default builder's is `Machine.cache`, and is kept here while another is chosen. */
  readonly cache: CacheStore;
}

export type { Credential };

export interface Machine {
  /** Short, as prompts and tabs show it: `laptop`, `ci`. */
  readonly name: string;
  /** `runner`: a CI machine: it checks the project out anew before each build (all times new, its umask), and may begin empty every time. */
  readonly kind: 'laptop' | 'server' | 'runner';
  /** A runner of which every job gets a new one: cache, images and logins are gone after each build. */
  readonly ephemeral: boolean;
  /** File mode bits that a checkout on this machine takes away: 0o022, 0o002. */
  readonly umask: number;
  readonly builder: BuilderSettings;
  /** Bytes of its disk: garbage collection after builds goes by it. */
  readonly disk: number;
  readonly cache: CacheStore;
  readonly images: ImageStore;
  /** By registry host. */
  readonly logins: ReadonlyMap<string, Credential>;
  /** By id, in the order of making; absent where none was made. */
  readonly containers?: ReadonlyMap<string, Container>;
  /** Builders beside the default one, by name, and which of them is chosen; absent where none was made. */
  readonly builders?: { readonly made: ReadonlyMap<string, NamedBuilder>; readonly chosen: string };
}
