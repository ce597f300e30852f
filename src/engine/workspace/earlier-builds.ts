import type { EarlierBuild } from '../insight/comparison.ts';
import { currentMachine, type State } from './state.ts';

/**
 * The builds that a build's outcome is explained by, oldest first: those of its machine, whose cache it looks into. A job on an
 * ephemeral runner has none before it. With caches from elsewhere those that exported one count too. What was recorded elsewhere
 * left nothing here.
 */
export function earlierBuilds(state: State, build: number | 'next'): readonly EarlierBuild[] {
  const { builds, machines } = state;
  const at = build === 'next' ? builds.length : build - 1;
  const name = builds[at]?.machine ?? currentMachine(state).name;
  const alone = machines.get(name)?.ephemeral === true;
  const imports = (builds[at]?.extras?.cacheFrom ?? []).length > 0;
  return builds
    .slice(0, at)
    .filter(({ machine, extras, record }) => record.recorded === undefined && ((machine === name && !alone) || (imports && (extras?.cacheTo ?? []).length > 0)))
    .map((built) => (built.machine === name && !alone ? built : { ...built, elsewhere: true }));
}
