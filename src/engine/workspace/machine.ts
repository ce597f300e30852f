/** The machines of a scene: each has its own builder cache and image store; registries are shared, the project is the same everywhere. */
import type { ImageStore } from '../image/store.ts';
import type { Credential } from '../registry/credential.ts';
import type { CacheStore } from '../solver/cache-store.ts';
import type { ClassicStore } from '../solver/classic/index.ts';
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

/** A builder that `docker buildx create` made: BuildKit in a container of its own. */
export interface NamedBuilder {
  readonly name: string;
  /** Virtual milliseconds since 1970. */
  readonly created: number;
}

export type { Credential };

export interface Machine {
  /** Short, as prompts and tabs show it: `laptop`, `ci`. */
  readonly name: string;
  /** `runner`: a CI machine: it checks the project out anew before each build (all times new, its umask), and may begin empty every time. */
  readonly kind: 'laptop' | 'server' | 'runner';
  /**
   * A runner of which every job gets a new one. A build is a job: it begins without cache and images and leaves no cache; its images
   * and logins are there until the next build, or until somebody sits down at another machine.
   */
  readonly ephemeral: boolean;
  /** File mode bits that a checkout on this machine takes away: 0o022, 0o002. */
  readonly umask: number;
  readonly builder: BuilderSettings;
  /** Bytes of its disk: garbage collection after builds goes by it. */
  readonly disk: number;
  readonly cache: CacheStore;
  readonly images: ImageStore;
  /** What the classic builder has made here; absent before its first build. */
  readonly classic?: ClassicStore;
  /** By registry host. */
  readonly logins: ReadonlyMap<string, Credential>;
  /** By id, in the order of making; absent where none was made. */
  readonly containers?: ReadonlyMap<string, Container>;
  /** Numbers of builds that were taken out of its build history; absent where none was. */
  readonly forgottenBuilds?: readonly number[];
  /** Builders beside the default one, which of all is chosen, and the caches of those that are not; absent where none was made. */
  readonly builders?: { readonly made: ReadonlyMap<string, NamedBuilder>; readonly chosen: string; readonly caches: ReadonlyMap<string, CacheStore> };
}
