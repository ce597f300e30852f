/** Removes containers that are not running (dockerd `daemon/container_prune`). */
import { sizeOf } from '../../fs/index.ts';
import type { Session } from '../session.ts';
import { containersOf, dropContainer } from './store.ts';

/** IDs of those that went, and the bytes that they had written. */
export function pruneContainers(session: Session, labels: (own: Readonly<Record<string, string>>) => boolean, before?: number): { readonly ids: readonly string[]; readonly reclaimed: number } {
  const gone = containersOf(session).filter((container) => !container.running && labels(container.labels) && (before === undefined || container.created < before)).reverse();
  for (const container of gone) dropContainer(session, container);
  return { ids: gone.map(({ id }) => id), reclaimed: gone.reduce((sum, { root, lower }) => sum + Math.max(0, sizeOf(root) - sizeOf(lower)), 0) };
}
