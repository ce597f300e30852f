/** What is particular to one kind of registry. Everything that all of them share is in `server.ts` and `access.ts`. */
import type { AccountDeclaration, Permission } from '../declaration.ts';
import type { RegistryError, Refusal } from '../refusal.ts';
import type { Repository } from '../registries.ts';

/** How a registry finds out who asks. `bearer`: a token server gives a token for a scope. */
export type Authentication =
  | { readonly scheme: 'none' | 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: string; readonly path: string };

/** Why an access was refused. `missing`: there is no such repository; most registries do not tell the two apart. */
export interface Denied {
  readonly host: string;
  readonly repository: string;
  readonly action: Permission;
  /** Whether somebody is logged in, rightly or not. */
  readonly known: boolean;
  /** `scope`: it would be allowed, but this token may not. */
  readonly because: 'stranger' | 'scope' | 'password';
}

export interface RegistryKind {
  readonly id: 'docker-hub' | 'ghcr' | 'ecr' | 'google-artifact-registry' | 'acr' | 'local' | 'published';
  /** As its makers write it. */
  readonly name: string;
  readonly serves: (host: string) => boolean;
  /** Host of the requests: `registry-1.docker.io`. */
  readonly endpoint: (host: string) => string;
  readonly authentication: (host: string) => Authentication;
  /** Whether the first push makes a repository. */
  readonly makesRepositories: boolean;
  /** Of repositories that a push made. */
  readonly visibility: 'public' | 'private';
  /** Whether `mount=…&from=…` is honoured. */
  readonly mounts: boolean;
  /** Whether the first part of a repository's name is its owner. */
  readonly owners: boolean;
  /** Who can log in where a scene declares nobody. */
  readonly account: AccountDeclaration;
  /** Pulls in six hours without login. */
  readonly anonymousPulls?: number;
  readonly denied: (why: Denied) => Refusal;
  /** What `docker login` with a wrong password prints after `Error response from daemon: `. */
  readonly loginRefused: (host: string) => string;
  /** A push to, or a pull from, a repository that has to be there and is not. */
  readonly unknownRepository: (host: string, repository: string) => RegistryError;
  /** A tag that leads elsewhere already and must not move. */
  readonly immutable: (repository: Repository, tag: string, digest: string) => RegistryError;
  /** No room for a blob. */
  readonly full: (host: string) => RegistryError;
}

/** A secret that scenes without accounts of their own use: invented, like everything in them. */
export const inventedSecret = 'invented-token';

/** Words that no registry of this kind has published: a full store. */
export const outOfSpace: RegistryError = { status: 403, code: 'DENIED', message: 'The storage quota of this registry is exceeded.' };
