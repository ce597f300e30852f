/** `--cache-from`: caches of earlier builds, wherever they lie. */
import { childrenOf, isConfig, isIndex } from '../../image/index.ts';
import { readManifest, type RegistryMessage } from '../../registry/index.ts';
import type { MissingCache } from '../../solver/request.ts';
import type { CacheBundle } from '../../solver/store/index.ts';
import { cacheConfigType } from '../../solver/store/cache-config.ts';
import type { CacheFrom } from '../build-request.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { callerOf } from './resolver.ts';
import { sha256 } from '../../fs/index.ts';

/** What a build looks up beside its own cache. */
export interface FoundCaches {
  readonly imports: readonly (CacheBundle | MissingCache)[];
  readonly messages: readonly RegistryMessage[];
  /** What the client says before the build begins. */
  readonly warnings: readonly string[];
}

/** Asks every place; one that has no cache stops nothing. */
export function findCaches(state: State, world: World, sources: readonly CacheFrom[] = []): FoundCaches {
  const imports: (CacheBundle | MissingCache)[] = [];
  const messages: RegistryMessage[] = [];
  const warnings: string[] = [];
  for (const { type, from } of sources) {
    if (type === 'local') {
      const bundle = state.caches.get(localPlace(from));
      if (bundle) imports.push({ ...bundle, name: localName(from) });
      else warnings.push(`WARNING: local cache import at ${from} not found due to err: could not read ${from}/index.json: open ${from}/index.json: no such file or directory`);
      continue;
    }
    const answer = readManifest(state.registries, from, callerOf(state, world));
    messages.push(...answer.messages);
    if ('error' in answer) {
      imports.push({ name: from, error: `failed to configure registry cache importer: ${answer.error}` });
      continue;
    }
    const manifests = isIndex(answer.blob.mediaType) ? childrenOf(answer.blob).flatMap(({ digest }) => answer.find(digest) ?? []) : [answer.blob];
    const configs = manifests.flatMap((manifest) => childrenOf(manifest).filter(({ mediaType }) => mediaType === cacheConfigType || isConfig(mediaType)));
    const bundles = configs.flatMap(({ digest }) => state.caches.get(digest) ?? []);
    // An image without an inline cache has nothing to give, and nothing is said of it.
    imports.push(...(bundles.length > 0 ? bundles : [{ kind: 'registry', mode: 'min', keys: [], results: [] } as const]).map((bundle) => ({ ...bundle, name: from })));
  }
  return { imports, messages, warnings };
}

/** Where an exported folder is kept among the state's caches. */
export const localPlace = (folder: string): string => `local:${folder.replace(/\/+$/, '')}`;

/** The log calls a local cache by a hash of its attributes: `local:9324…` (BuildKit `cmKey`). */
const localName = (folder: string): string => `local:${BigInt(`0x${sha256(folder).slice(7, 23)}`)}`;
