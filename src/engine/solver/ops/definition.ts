/** From the frontend's graph to vertices that can be built: BuildKit `solver/llbsolver/vertex.go: loadLLB`. */
import { sha256 } from '../../fs/index.ts';
import type { Digest } from '../../fs/index.ts';
import type { Edge, Graph, Vertex } from '../../graph/op.ts';
import { ActiveVertex } from './active-vertex.ts';
import { execOperation } from './exec-op.ts';
import { fileOperation } from './file-op.ts';
import { imageSource } from './image-source.ts';
import type { Job } from './job.ts';
import type { OperationKind } from './kind.ts';
import { localSource } from './local-source.ts';
import { diffOperation, mergeOperation } from './merge-op.ts';
import { remoteSource } from './remote-source.ts';

/** Vertices by definition digest; equal operations on equal inputs are one vertex. */
export type LoadedVertices = Map<Digest, ActiveVertex>;

/**
 * Loads what the graph's root needs and announces it, the last step first. The digest is over the operation and the digests
 * of its inputs; names, places and whether the cache is ignored are not part of it.
 */
export function loadGraph(graph: Graph, root: Edge, job: Job, loaded: LoadedVertices): ActiveVertex {
  const digests = definitionDigests(graph);
  const needed = reachable(graph, root[0]);
  const fresh: ActiveVertex[] = [];
  graph.vertices.forEach((vertex, index) => {
    const digest = digests[index]!;
    if (!needed.has(index) || loaded.has(digest)) return;
    const inputs = vertex.inputs.map(([input, output]) => ({ operation: loaded.get(digests[input]!)!, output }));
    const active = new ActiveVertex(vertex, digest, inputs, operationKind(vertex, digest, job), job);
    loaded.set(digest, active);
    fresh.push(active);
  });
  for (const { vertex, digest, inputs } of fresh.reverse()) {
    job.stream.announce({
      digest,
      name: vertex.name ?? fallbackName(vertex),
      inputs: inputs.map(({ operation }) => operation.digest),
      ...(vertex.step !== undefined && { step: vertex.step }),
      ...(vertex.group && { group: vertex.group }),
    });
  }
  return loaded.get(digests[root[0]]!)!;
}

/** Places of the vertices that one needs, itself among them. */
function reachable(graph: Graph, from: number): ReadonlySet<number> {
  const found = new Set<number>();
  const pending = [from];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    for (const [input] of graph.vertices[at]!.inputs) pending.push(input);
  }
  return found;
}

const digestsOf = new WeakMap<Graph, readonly Digest[]>();

/** Vertex by vertex, kept with the graph. Inputs come before their users. */
function definitionDigests(graph: Graph): readonly Digest[] {
  const known = digestsOf.get(graph);
  if (known) return known;
  const digests: Digest[] = [];
  for (const vertex of graph.vertices) {
    const platform = vertex.type === 'file' ? undefined : vertex.platform;
    const inputs = vertex.inputs.map(([input, output]) => [digests[input], output]);
    digests.push(sha256(JSON.stringify([vertex.type, vertex.op, platform, inputs])));
  }
  digestsOf.set(graph, digests);
  return digests;
}

function operationKind(vertex: Vertex, digest: Digest, job: Job): OperationKind {
  switch (vertex.type) {
    case 'exec':
      return execOperation(vertex, vertex.op, digest, job);
    case 'file':
      return fileOperation(vertex, vertex.op, digest, job);
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
