/**
 * A narration: a walk through a scene in somebody's own words. Each stop is a state of the workspace, what is looked at there, and a
 * text. It is a plain value that carries its own log: only what leads to its stops, and no stop changes when work goes on.
 */
import type { Action } from '#engine/workspace/action.ts';
import { emptyLog, pathTo, rootNode, type Log, type NodeId } from '#engine/workspace/log.ts';

export interface Stop {
  /** Of the narration's own log. */
  readonly node: NodeId;
  /** What is said here: plain text, blank lines between paragraphs. */
  readonly text: string;
  /** `graph`, or the view in its place. */
  readonly view?: string;
  /** The build that is looked at; absent: what the next one would do. */
  readonly build?: number;
  /** Id of the selected step. */
  readonly step?: string;
  /** The context file that is open beside the Dockerfile. */
  readonly file?: string;
}

export interface Narration {
  readonly version: 1;
  readonly title: string;
  /** Slug of the scene that it is about. */
  readonly scenario: string;
  readonly log: Log;
  readonly stops: readonly Stop[];
}

/** What is looked at when a stop is recorded. */
export type Scene = Omit<Stop, 'node' | 'text'> & { readonly actions: readonly Action[] };

export const narrationLimits = { title: 120, stops: 200, text: 4_000, nodes: 5_000, file: 8_000_000 } as const;

export const emptyNarration = (scenario: string, title: string): Narration => ({ version: 1, title, scenario, log: emptyLog(scenario), stops: [] });

/** The narration with one more stop, behind all others or in the place of one (whose text stays). */
export function record(narration: Narration, { actions, ...look }: Scene, text: string, inPlaceOf?: number): Narration {
  const { log, node } = graft(narration.log, actions);
  const stop = { ...look, node, text: inPlaceOf === undefined ? text : (narration.stops[inPlaceOf]?.text ?? text) };
  const stops = inPlaceOf === undefined ? [...narration.stops, stop] : narration.stops.with(inPlaceOf, stop);
  return pruned({ ...narration, log, stops });
}

/** The narration with its stops in another order, or fewer of them; nothing is kept that no stop needs. */
export const withStops = (narration: Narration, stops: readonly Stop[]): Narration => pruned({ ...narration, stops });

export function reworded(narration: Narration, at: number, text: string): Narration {
  const stop = narration.stops[at];
  return stop ? { ...narration, stops: narration.stops.with(at, { ...stop, text: text.slice(0, narrationLimits.text) }) } : narration;
}

/** The log with a way of actions in it, and the node at its end; as much of the way as is there already is not written again. */
export function graft(log: Log, actions: readonly Action[]): { readonly log: Log; readonly node: NodeId } {
  const nodes = [...log.nodes];
  let node = rootNode;
  for (const action of actions) {
    const known = nodes.findIndex((one) => one.parent === node && same(one.action, action));
    node = known >= 0 ? known : nodes.push({ action, parent: node }) - 1;
  }
  return { log: { ...log, nodes, at: node, tip: node }, node };
}

const same = (a: Action, b: Action): boolean => a === b || (a.type === b.type && JSON.stringify(a) === JSON.stringify(b));

function pruned(narration: Narration): Narration {
  let log = emptyLog(narration.scenario);
  const stops = narration.stops.map((stop) => {
    const grafted = graft(log, pathTo(narration.log, stop.node).map((id) => narration.log.nodes[id]!.action));
    log = grafted.log;
    return { ...stop, node: grafted.node };
  });
  return { ...narration, log, stops };
}

/** What stands in a file of it; read by `readNarration`. */
export const writeNarration = (narration: Narration): string => `${JSON.stringify({ format: 'layerscope-narration', ...narration }, undefined, 1)}\n`;
