/** States of a log's nodes that are kept, so that undo and rewinding replay little or nothing. */
import { rootNode, type NodeId } from './log.ts';
import type { State } from './state.ts';

/** By node; the one that was last used stands last. */
export type KnownStates = ReadonlyMap<NodeId, State>;

/** Most states that are kept beside the milestones, and how far those are apart: at most that many actions are ever replayed in a line. */
const limit = 1_000;
const apart = 32;

const isMilestone = (node: NodeId): boolean => node === rootNode || node % apart === 0;

/** The known states with more of them; those that were not used for longest are given up. */
export function remember(known: KnownStates, more: readonly (readonly [NodeId, State])[]): KnownStates {
  const kept = new Map(known);
  for (const [node, state] of more) {
    kept.delete(node);
    kept.set(node, state);
  }
  const passing = [...kept.keys()].filter((node) => !isMilestone(node));
  for (const node of passing.slice(0, Math.max(0, passing.length - limit))) kept.delete(node);
  return kept;
}
