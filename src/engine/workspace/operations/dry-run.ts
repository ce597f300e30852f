/** The next build as a dry run: nothing of it is kept. */
import { resolverAt } from '../../registry/index.ts';
import { build, type BuildResult } from '../../solver/build.ts';
import type { CacheStore } from '../../solver/cache-store.ts';
import { currentMachine, type State } from '../state.ts';
import type { World } from '../world.ts';

/** What is asked of a dry run. */
export interface DryRun {
  /** Another cache than the machine's. */
  readonly store?: CacheStore;
  /** `discard`: the result's store is the one that it began with. `keep`: the one that the build would leave, for a dry run after it. */
  readonly after?: 'discard' | 'keep';
  /** Images with digests too, as a real build has them. */
  readonly images?: boolean;
}

/** The next build of the machine that is sat at, with the state's options. */
export function dryRun(state: State, { scenario, resolve }: World, { store = currentMachine(state).cache, after = 'discard', images = false }: DryRun = {}): BuildResult {
  return build({
    number: state.builds.length + 1,
    options: state.options,
    context: state.context,
    dockerfilePath: state.options.file ?? scenario.dockerfile,
    resolve: state.imported ? resolve : resolverAt(scenario.moves, state.now, resolve),
    store,
    now: state.now,
    predicted: !images,
    ...(after === 'keep' && { keepStore: true }),
    models: state.imported ? undefined : scenario.models,
  });
}
