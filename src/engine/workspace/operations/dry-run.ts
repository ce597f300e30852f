/** The next build as a dry run: nothing of it is kept. */
import type { ReadLog } from '../../run/request.ts';
import { build, type BuildResult } from '../../solver/build.ts';
import type { CacheStore } from '../../solver/cache-store.ts';
import { currentMachine, type State } from '../state.ts';
import type { World } from '../world.ts';
import { builderRequest } from './builder-request.ts';
import { runClassic } from './classic-build.ts';

/** What is asked of a dry run. */
export interface DryRun {
  /** A build that has happened before it, in place of what the machine's builder knows. */
  readonly from?: Pick<BuildResult, 'store' | 'classic'>;
  /** `discard`: the result's store is the one that it began with. `keep`: the one that the build would leave, for a dry run after it. */
  readonly after?: 'discard' | 'keep';
  /** Images with digests too, as a real build has them. */
  readonly images?: boolean;
  /** Where it is noted what commands read; so that all of them run, nothing is looked up in the cache. */
  readonly reads?: ReadLog;
}

/** The next build of the machine that is sat at, with the state's options. */
export function dryRun(state: State, world: World, { from, after = 'discard', images = false, reads }: DryRun = {}): BuildResult {
  const { builder } = currentMachine(state);
  const asked = builderRequest(state, world, state.options);
  const output = builder.driver === 'container' ? ('none' as const) : ('image' as const);
  const request = { ...asked, output, predicted: !images, ...(from && { store: from.store }), ...(reads && { reads, store: withoutKeys((from ?? asked).store) }), ...(after === 'keep' && { keepStore: true }) };
  return builder.strategy === 'classic' ? runClassic(state, world, request, from?.classic) : build(request);
}

/** A store in which nothing is found; cache mounts and pulled images stay. */
const withoutKeys = (store: CacheStore): CacheStore => ({ ...store, results: new Map(), links: new Map() });
