/** Pending vertices → the graph, as `llb.State.Marshal` writes a definition: inputs first, equal operations once. */
import type { LineRange } from '../../source/range.ts';
import type { Edge, Graph, TypedOp, Vertex } from '../op.ts';
import { formatPlatformFully, type Platform } from '../platform.ts';
import type { Inputs, Output, PendingVertex } from './vertex.ts';

/** The graph that leads to an output, for a target platform; the error where an operation cannot be serialised. */
export function marshal(root: Output | undefined, target: Platform): Graph | { readonly error: string } {
  if (!root) return { vertices: [] };
  const places = new Map<PendingVertex, number>();
  const known = new Map<string, number[]>();
  const vertices: Vertex[] = [];
  const edge = (output: Output): Edge => [places.get(output.vertex) ?? -1, output.index];

  const pending: { vertex: PendingVertex; next: number }[] = [{ vertex: root.vertex, next: 0 }];
  for (let top = pending.at(-1); top; top = pending.at(-1)) {
    const input = places.has(top.vertex) ? undefined : top.vertex.visits[top.next];
    if (input) {
      top.next++;
      if (!places.has(input.vertex)) pending.push({ vertex: input.vertex, next: 0 });
      continue;
    }
    pending.pop();
    if (places.has(top.vertex)) continue;
    const inputs = new InputList(edge);
    const op = top.vertex.operation(inputs);
    if ('error' in op) return op;
    const platform = top.vertex.platform === 'default' ? target : top.vertex.platform;
    const made = describe(op, inputs.edges, platform, top.vertex);
    const alike = known.get(outline(made)) ?? [];
    const place = alike.find((at) => sameDefinition(vertices[at], made));
    if (place !== undefined) {
      vertices[place] = merged(vertices[place], top.vertex);
      places.set(top.vertex, place);
      continue;
    }
    if (alike.push(vertices.length) === 1) known.set(outline(made), alike);
    places.set(top.vertex, vertices.length);
    vertices.push(made);
  }
  return { vertices, root: edge(root) };
}

/** A text that equal operations share, and others rarely: it keeps them from being compared in full. */
function outline(vertex: Vertex): string {
  const inputs = vertex.inputs.join(' ');
  if (vertex.type === 'source') return vertex.op.identifier;
  if (vertex.type === 'exec') return `${inputs} ${vertex.op.meta.args.join(' ')}`;
  if (vertex.type !== 'file') return `${vertex.type} ${inputs}`;
  const [first] = vertex.op.actions;
  return `${inputs} ${first?.copy?.src ?? ''} ${first?.copy?.dest ?? first?.mkdir?.path ?? first?.mkfile?.path ?? ''}`;
}

/** Whether two vertices have the same digest in BuildKit: what is attached to them does not count. */
function sameDefinition(a: Vertex | undefined, b: Vertex): boolean {
  return a !== undefined && a.type === b.type && a.platform === b.platform && JSON.stringify([a.inputs, a.op]) === JSON.stringify([b.inputs, b.op]);
}

class InputList implements Inputs {
  readonly edges: Edge[] = [];
  readonly #edge: (output: Output) => Edge;

  constructor(edge: (output: Output) => Edge) {
    this.#edge = edge;
  }

  shared(output: Output): number {
    const [vertex, index] = this.#edge(output);
    const at = this.edges.findIndex((known) => known[0] === vertex && known[1] === index);
    return at < 0 ? this.separate(output) : at;
  }

  separate(output: Output): number {
    return this.edges.push(this.#edge(output)) - 1;
  }
}

function describe(op: TypedOp, inputs: readonly Edge[], platform: Platform | undefined, { meta }: PendingVertex): Vertex {
  const { name, command, lines, ignoreCache, group, step } = meta;
  return {
    ...op,
    inputs,
    ...(name !== undefined && { name }),
    ...(command !== undefined && command !== '' && { command }),
    ...(lines && { lines: [lines] }),
    ...(platform && { platform: formatPlatformFully(platform) }),
    ...(ignoreCache && { ignoreCache }),
    ...(group && { group }),
    ...(step !== undefined && { step }),
  };
}

/** Equal operations are one vertex: the later one's name counts, the places of both are kept. */
function merged(vertex: Vertex | undefined, { meta }: PendingVertex): Vertex {
  const lines: LineRange[] = [...(vertex?.lines ?? []), ...(meta.lines ? [meta.lines] : [])];
  const { command, ...rest } = vertex as Vertex;
  const said = meta.command ?? command ?? '';
  const step = meta.step ?? vertex?.step;
  const sharedBy = [...(vertex?.sharedBy ?? []), ...(vertex?.step === undefined ? [] : [vertex.step])].filter((each) => each !== step);
  return {
    ...(rest as Vertex),
    ...(meta.name !== undefined && { name: meta.name }),
    ...(said !== '' && { command: said }),
    ...(lines.length > 0 && { lines }),
    ...(meta.ignoreCache && { ignoreCache: true }),
    ...(meta.group && { group: meta.group }),
    ...(meta.step !== undefined && { step: meta.step }),
    ...(sharedBy.length > 0 && { sharedBy }),
  };
}
