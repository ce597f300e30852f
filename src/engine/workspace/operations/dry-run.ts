/** The next build as a dry run: nothing of it is kept. */
import { build, type BuildResult } from '../../solver/build.ts';
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
}

/** The next build of the machine that is sat at, with the state's options. */
export function dryRun(state: State, world: World, { from, after = 'discard', images = false }: DryRun = {}): BuildResult {
  const asked = builderRequest(state, world, state.options);
  const request = { ...asked, predicted: !images, ...(from && { store: from.store }), ...(after === 'keep' && { keepStore: true }) };
  return currentMachine(state).builder.strategy === 'classic' ? runClassic(state, world, request, from?.classic) : build(request);
}
