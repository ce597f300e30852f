/** What a scene says of its registries: plain data. Hosts that it does not name are there all the same, with nothing of the scene's own in them. */

/** What an account or a token may do. */
export type Permission = 'pull' | 'push' | 'delete';

/** Somebody who can log in. */
export interface AccountDeclaration {
  readonly username: string;
  /** Password, personal access token or, for ECR, the answer of `get-login-password`. */
  readonly secret: string;
  /** What its token may do; all where absent. GHCR's `read:packages` is `['pull']`. */
  readonly scopes?: readonly Permission[];
  /** Namespaces (`me`, `team`; for registries without owners repository prefixes) it belongs to, beside its own name. */
  readonly namespaces?: readonly string[];
}

/** A repository with its rules. Where a registry makes repositories at the first push, none needs to be declared. */
export interface RepositoryDeclaration {
  /** `me/app`. */
  readonly name: string;
  /** Absent: as new repositories of this registry are. */
  readonly visibility?: 'public' | 'private';
  /** All tags, or those that one of these patterns (`*` stands for anything) fits, can be set once only. */
  readonly immutableTags?: boolean | readonly string[];
  /** Manifests without a tag go after this many days. */
  readonly untaggedDays?: number;
  /** Locked against writing, as `az acr repository update --write-enabled false` does: all of it, or these tags. */
  readonly locked?: boolean | readonly string[];
}

export interface RegistryDeclaration {
  /** `docker.io`, `ghcr.io`, `123456789012.dkr.ecr.eu-central-1.amazonaws.com`, `europe-docker.pkg.dev`, `team.azurecr.io`, `localhost:5000`. */
  readonly host: string;
  readonly accounts?: readonly AccountDeclaration[];
  readonly repositories?: readonly RepositoryDeclaration[];
  /** Bytes that may lie in it. */
  readonly quota?: number;
  /** Pulls that somebody without login may do in six hours; Docker Hub's 100 where absent, no limit elsewhere. */
  readonly anonymousPulls?: number;
}
