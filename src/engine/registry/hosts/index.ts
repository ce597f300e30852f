/** Kinds of registries, one file each. */
import { acr } from './acr.ts';
import { dockerHub } from './docker-hub.ts';
import { ecr } from './ecr.ts';
import { ghcr } from './ghcr.ts';
import { googleArtifactRegistry } from './google-artifact-registry.ts';
import type { RegistryKind } from './kind.ts';
import { local } from './local.ts';
import { published } from './published.ts';

export type { Authentication, Denied, RegistryKind } from './kind.ts';

/** The first that serves a host; the last serves all that is left. */
const kinds: readonly RegistryKind[] = [dockerHub, ghcr, ecr, googleArtifactRegistry, acr, local, published];

/** What kind of registry a host is, by its name. */
export function kindOf(host: string): RegistryKind {
  return kinds.find(({ serves }) => serves(host)) ?? published;
}
