/** The builders of a machine: the one in dockerd, and those that `docker buildx create` made. */
import { emptyStore } from '../../solver/cache-store.ts';
import type { Machine } from '../../workspace/machine.ts';

/** Name of the builder in dockerd. */
export const defaultBuilder = 'default';

/** The builder that builds go to. */
export const builderName = (machine: Machine): string => machine.builders?.chosen ?? (machine.builder.driver === 'container' ? 'builder' : defaultBuilder);

/** What buildx calls its driver. */
export const driverName = ({ builder }: Machine): string => (builder.driver === 'container' ? 'docker-container' : 'docker');

/** Names of all builders, the chosen one included. */
export function builderNames(machine: Machine): readonly string[] {
  const made = [...(machine.builders?.made.keys() ?? [])];
  return machine.builder.driver === 'container' && !machine.builders ? ['builder', defaultBuilder] : [...made, defaultBuilder];
}

/** The machine with another builder chosen: each keeps its own cache. */
export function chooseBuilder(machine: Machine, name: string): Machine {
  const current = builderName(machine);
  if (name === current) return machine;
  const made = new Map(machine.builders?.made ?? []);
  const kept = new Map(machine.builders?.caches ?? []).set(current, machine.cache);
  const cache = kept.get(name) ?? emptyStore;
  return { ...machine, cache, builder: { ...machine.builder, driver: name === defaultBuilder ? 'docker' : 'container' }, builders: { made, chosen: name, caches: kept } };
}

/** The machine with a builder more, not chosen. */
export function addBuilder(machine: Machine, name: string, created: number): Machine {
  const made = new Map(machine.builders?.made ?? []).set(name, { name, created });
  return { ...machine, builders: { made, chosen: builderName(machine), caches: machine.builders?.caches ?? new Map() } };
}

/** The machine without a builder; the default one is chosen where it was. */
export function removeBuilder(machine: Machine, name: string): Machine {
  const chosen = builderName(machine) === name ? chooseBuilder(machine, defaultBuilder) : machine;
  const made = new Map(chosen.builders?.made ?? []);
  const caches = new Map(chosen.builders?.caches ?? []);
  made.delete(name);
  caches.delete(name);
  return { ...chosen, builders: { made, chosen: builderName(chosen), caches } };
}
