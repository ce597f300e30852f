/** Values as text that is equal where the reference means the same: empty is absent, and vertices have no order. */

interface CorpusVertex {
  readonly name?: string;
  readonly type: string;
  readonly inputs?: readonly (readonly [number, number])[];
  readonly op?: { readonly mounts?: readonly { readonly mountType?: string; readonly dest?: string }[]; readonly meta?: { readonly env?: readonly string[] } };
  readonly group?: unknown;
}

/** A build graph as the corpus writes it. */
export interface CorpusGraph {
  readonly vertices?: readonly CorpusVertex[];
  readonly root?: readonly [number, number];
}

/** A value as text; the order of keys does not count. */
export function canonical(value: unknown): string {
  const cleaned = clean(value);
  const empty = cleaned === undefined || (typeof cleaned === 'object' && cleaned !== null && Object.keys(cleaned).length === 0);
  return JSON.stringify(empty ? null : cleaned);
}

/** A list whose order does not count. */
export const multiset = (list: readonly unknown[] | undefined): readonly string[] => (list ?? []).map(canonical).sort();

function clean(value: unknown): unknown {
  if (value === undefined || value === null || value === false || value === '') return undefined;
  if (Array.isArray(value)) {
    return value.map((item: unknown) => clean(item) ?? (typeof item === 'string' ? '' : item === false ? false : null));
  }
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value)
    .map(([key, field]) => [key, clean(field)] as const)
    .filter(([, field]) => field !== undefined && !(typeof field === 'object' && field !== null && Object.keys(field).length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields);
}

/** A graph's names, edges by name, operations with what they stand on, and root, each in alphabetical order. */
export function graphView(graph: CorpusGraph | undefined) {
  const vertices = graph?.vertices ?? [];
  const label = (at: number): string => vertices[at]?.name ?? `(${vertices[at]?.type ?? ''})`;
  const hashes: string[] = [];
  vertices.forEach((vertex, i) => {
    const { inputs, group: _group, ...body } = withoutSocket(vertex);
    const text = canonical({ ...body, inputs: (inputs ?? []).map(([input, output]) => [hashes[input], output]) });
    hashes[i] = text.length > 4096 ? shortHash(text) : text;
  });
  return {
    names: vertices.map((_, i) => label(i)).sort(),
    edges: vertices.flatMap(({ inputs }, i) => (inputs ?? []).map(([input, output]) => `${label(input)} [${output}] -> ${label(i)}`)).sort(),
    ops: [...hashes].sort(),
    root: graph?.root ? [label(graph.root[0]), graph.root[1]] : null,
  };
}

/** The default socket of an SSH mount has a random name. */
function withoutSocket(vertex: CorpusVertex): CorpusVertex {
  const { op } = vertex;
  const socket = '/run/buildkit/ssh_';
  if (vertex.type !== 'exec' || !op?.mounts?.some(({ mountType }) => mountType === 'SSH')) return vertex;
  const mounts = op.mounts.map(({ dest, ...mount }) => (mount.mountType === 'SSH' && dest?.startsWith(socket) ? mount : { ...mount, dest }));
  const env = op.meta?.env?.filter((entry) => !entry.startsWith(`SSH_AUTH_SOCK=${socket}`));
  return { ...vertex, op: { ...op, mounts, ...(op.meta && { meta: { ...op.meta, ...(env && { env }) } }) } } as CorpusVertex;
}

function shortHash(text: string): string {
  let [a, b] = [2166136261, 0x9747b28c];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 16777619);
    b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995) ^ (b >>> 13);
  }
  return (a >>> 0).toString(16) + (b >>> 0).toString(16);
}
