/** Two logs of one scene as one: the second stands where it stood, and the first is a branch that the history leads back to. */
import { rootNode, type Log, type LogNode, type NodeId } from '#engine/workspace/log.ts';

/** Nodes of `own` keep their numbers; what both have done from the beginning on is there once. */
export function keepBoth(own: Log, other: Log): Log {
  const nodes: LogNode[] = [...own.nodes];
  const after = new Map<NodeId, NodeId[]>();
  const known = (id: NodeId, { parent }: LogNode) => after.set(parent, [...(after.get(parent) ?? []), id]);
  nodes.forEach((node, id) => known(id, node));
  const places = new Map<NodeId, NodeId>([[rootNode, rootNode]]);
  other.nodes.forEach(({ action, parent }, id) => {
    const at = places.get(parent) ?? rootNode;
    const text = JSON.stringify(action);
    const same = (after.get(at) ?? []).find((child) => JSON.stringify(nodes[child]!.action) === text);
    places.set(id, same ?? nodes.length);
    if (same !== undefined) return;
    known(nodes.length, { action, parent: at });
    nodes.push({ action, parent: at });
  });
  return { scenario: own.scenario, nodes, at: places.get(other.at) ?? rootNode, tip: places.get(other.tip) ?? rootNode };
}
