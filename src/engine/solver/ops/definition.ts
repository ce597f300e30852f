/** From the frontend's graph to vertices that can be built: BuildKit `solver/llbsolver/vertex.go: loadLLB`. */
import { sha256 } from '../../fs/index.ts';
import type { Digest } from '../../fs/index.ts';
import type { Graph, Vertex } from '../../graph/op.ts';
import type { VertexFacts } from '../stream.ts';
import { ActiveVertex } from './active-vertex.ts';
import { execOperation } from './exec-op.ts';
import { FileOperation } from './file-op.ts';
import { imageSource } from './image-source.ts';
import type { Job } from './job.ts';
import type { OperationKind } from './kind.ts';
import { localSource } from './local-source.ts';
import { diffOperation, mergeOperation } from './merge-op.ts';
import { remoteSource } from './remote-source.ts';

/** Vertices by definition digest; equal operations on equal inputs are one vertex. */
export type LoadedVertices = Map<Digest, ActiveVertex>;

/**
 * Loads what the graph's root needs and announces it, the last step first; undefined where the graph is empty. The digest is
 * over the operation and the digests of its inputs; names, places and whether the cache is ignored are not part of it.
 */
export function loadGraph(graph: Graph, job: Job, loaded: LoadedVertices): ActiveVertex | undefined {
  const { needed, root } = definitionOf(graph);
  const fresh: ActiveVertex[] = [];
  for (const { vertex, facts } of needed) {
    const { digest, inputs: read } = facts;
    if (loaded.has(digest)) continue;
    const inputs = vertex.inputs.map(([, output], i) => ({ operation: loaded.get(read[i]!)!, output }));
    const active = new ActiveVertex(vertex, facts, inputs, operationKind(vertex, digest, job), job);
    loaded.set(digest, active);
    fresh.push(active);
  }
  for (let at = fresh.length - 1; at >= 0; at--) job.stream.announce(fresh[at]!.facts);
  return root && loaded.get(root);
}

/** What follows from a graph alone. */
interface Definition {
  /** What the root needs, itself among it; inputs come before their users. */
  readonly needed: readonly { readonly vertex: Vertex; readonly facts: VertexFacts }[];
  readonly root: Digest | undefined;
}

const definitions = new WeakMap<Graph, Definition>();

/** Kept with the graph, which an unchanged Dockerfile keeps. */
function definitionOf(graph: Graph): Definition {
  let known = definitions.get(graph);
  if (!known) definitions.set(graph, (known = newDefinition(graph)));
  return known;
}

function newDefinition(graph: Graph): Definition {
  const digests = definitionDigests(graph);
  const reached = reachable(graph);
  const needed = graph.vertices.flatMap((vertex, index) => (reached.has(index) ? { vertex, facts: factsOf(vertex, digests[index]!, digests) } : []));
  return { needed, root: graph.root && digests[graph.root[0]] };
}

/** What the status stream says of a vertex. */
function factsOf(vertex: Vertex, digest: Digest, digests: readonly Digest[]): VertexFacts {
  return {
    digest,
    name: vertex.name ?? fallbackName(vertex),
    inputs: vertex.inputs.map(([input]) => digests[input]!),
    ...(vertex.step !== undefined && { step: vertex.step }),
    ...(vertex.group && { group: vertex.group }),
  };
}

/** Places of the vertices that the root needs, itself among them. */
function reachable(graph: Graph): ReadonlySet<number> {
  const found = new Set<number>();
  const pending = graph.root ? [graph.root[0]] : [];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    for (const [input] of graph.vertices[at]!.inputs) pending.push(input);
  }
  return found;
}

/** Vertex by vertex. Inputs come before their users. */
function definitionDigests(graph: Graph): readonly Digest[] {
  const digests: Digest[] = [];
  for (const vertex of graph.vertices) {
    const platform = vertex.type === 'file' ? undefined : vertex.platform;
    const inputs = vertex.inputs.map(([input, output]) => [digests[input], output]);
    digests.push(sha256(JSON.stringify([vertex.type, vertex.op, platform, inputs])));
  }
  return digests;
}

function operationKind(vertex: Vertex, digest: Digest, job: Job): OperationKind {
  switch (vertex.type) {
    case 'exec':
      return execOperation(vertex, vertex.op, digest, job);
    case 'file':
      return new FileOperation(vertex, vertex.op, digest, job);
    case 'merge':
      return mergeOperation(vertex, vertex.op, digest, job);
    case 'diff':
      return diffOperation(vertex, vertex.op, job);
    case 'source': {
      const { op } = vertex;
      if (op.identifier.startsWith('local://')) return localSource(op, digest, job);
      const image = op.identifier.startsWith('docker-image://') ? job.image(op.identifier, vertex.platform ?? 'linux/amd64') : undefined;
      return image ? imageSource(op, image, digest, job) : remoteSource(op, job);
    }
  }
}

/** What a vertex without a name is called (`llbOpName`). */
function fallbackName(vertex: Vertex): string {
  switch (vertex.type) {
    case 'source':
      return vertex.op.identifier;
    case 'exec':
      return vertex.op.meta.args.join(' ');
    case 'merge':
    case 'diff':
      return vertex.type;
    case 'file':
      return vertex.op.actions
        .map(({ copy, mkdir, mkfile }) =>
          copy ? `copy ${copy.src} ${copy.dest}` : mkdir ? `mkdir ${mkdir.path}` : `mkfile ${mkfile?.path ?? ''}`,
        )
        .join(', ');
  }
}
