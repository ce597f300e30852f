/** One step of a build beside the same step of the build before: which ingredients of its key are others. */
import type { Digest, DirNode } from '../fs/node.ts';
import type { BuildResult } from '../solver/build.ts';
import type { BuildRecord, KeyInput, StepRecord, VertexRecord } from '../solver/record.ts';
import type { FileChange } from './explanation.ts';
import { countFiles, fileChanges, readsPaths } from './file-changes.ts';

/** A build before the one that is explained. `elsewhere`: its cache is not this builder's; only what it exported can be found. */
export interface EarlierBuild extends BuildResult {
  readonly elsewhere?: boolean;
}

/** A step with the vertex whose key decided over it. */
export interface Placed {
  readonly build: EarlierBuild;
  readonly step: StepRecord;
  readonly vertex: VertexRecord | undefined;
}

/** What an input gives to the key: all of its parent, or the content of some paths. */
export interface InputComparison {
  readonly input: KeyInput;
  /** The step that makes what is read; absent for the context and for images. */
  readonly producer: StepRecord | undefined;
  /** For a parent: the other step that stood in its place in the build compared with. */
  readonly instead?: StepRecord;
  /** The vertex that is read. */
  readonly vertex: VertexRecord | undefined;
  readonly content: boolean;
  readonly before: Digest | undefined;
  readonly after: Digest | undefined;
  readonly changed: boolean;
  /** For content: what differs, and among how many files. */
  readonly files: readonly FileChange[];
  readonly of: number;
}

/** A field of the operation that differs: absent on the side that has none. */
export interface FieldChange {
  /** As the key names it: `argument 3`, `environment PATH`, `platform`. */
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

export interface Comparison {
  /** The build compared with; undefined where no earlier build had this step. */
  readonly before: Placed | undefined;
  readonly fields: readonly FieldChange[];
  readonly inputs: readonly InputComparison[];
}

export function place(build: BuildResult, id: string): Placed | undefined {
  const step = build.record.steps.find((candidate) => candidate.id === id);
  return step && { build, step, vertex: vertexOf(build.record, step.vertex) };
}

export function vertexOf(record: BuildRecord, digest: Digest | undefined): VertexRecord | undefined {
  return digest === undefined ? undefined : record.vertices.find((vertex) => vertex.digest === digest);
}

export function producerOf(record: BuildRecord, digest: Digest): StepRecord | undefined {
  const id = vertexOf(record, digest)?.step;
  return id === undefined ? undefined : record.steps.find((step) => step.id === id);
}

/** The same step in the latest earlier build that looked it up: by its text in the stage of the same name, else by its place. */
export function counterpart(earlier: readonly EarlierBuild[], now: Placed): Placed | undefined {
  const stage = now.build.record.stages[now.step.stage]?.name;
  for (const build of [...earlier].reverse()) {
    const { steps, stages } = build.record;
    const mates = steps.filter((step) => stages[step.stage]?.name === stage && step.keyword === now.step.keyword);
    const mate = mates.find((step) => step.text === now.step.text && step.id === now.step.id) ?? mates.find((step) => step.text === now.step.text) ?? mates.find((step) => step.id === now.step.id);
    const vertex = vertexOf(build.record, mate?.vertex);
    if (mate && vertex?.key) return { build, step: mate, vertex };
  }
  return undefined;
}

export function compare(earlier: readonly EarlierBuild[], now: Placed): Comparison {
  const before = counterpart(earlier, now);
  const key = now.vertex?.key;
  const old = before?.vertex?.key;
  if (!key) return { before, fields: [], inputs: [] };
  return {
    before,
    fields: old ? fieldDifferences(old.fields, key.fields) : [],
    inputs: key.inputs.map((input, index) => compareInput(input, old?.inputs[index], now.build, before?.build)),
  };
}

function fieldDifferences(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): FieldChange[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names.filter((name) => before[name] !== after[name]).map((name) => ({
    name,
    ...(before[name] === undefined ? {} : { before: before[name] }),
    ...(after[name] === undefined ? {} : { after: after[name] }),
  }));
}

function compareInput(input: KeyInput, old: KeyInput | undefined, now: BuildResult, before: BuildResult | undefined): InputComparison {
  const producer = producerOf(now.record, input.vertex);
  const vertex = vertexOf(now.record, input.vertex);
  const content = input.paths !== undefined;
  if (!content) {
    const moved = old !== undefined && old.vertex !== input.vertex;
    const former = before && old && producerOf(before.record, old.vertex);
    const instead = former && former.text !== producer?.text ? { instead: former } : {};
    return { input, producer, ...instead, vertex, content, before: old?.vertex, after: input.vertex, changed: producer ? producer.state === 'rebuilt' : moved, files: [], of: 0 };
  }
  const trees = [before && old && treeOf(before, old.vertex), treeOf(now, input.vertex)] as const;
  const reads = readsPaths(input.paths ?? []);
  const found = trees[0] && trees[1] ? fileChanges(trees[0], trees[1], reads) : [];
  const files = producer ? found.map((change) => ({ ...change, path: `/${change.path}` })) : found;
  const changed = input.content === undefined || old?.content === undefined ? files.length > 0 : old.content !== input.content;
  return { input, producer, vertex, content, before: old?.content, after: input.content, changed: old !== undefined && changed, files, of: trees[1] ? countFiles(trees[1], reads) : 0 };
}

/** The file system that a vertex gave in a build; what was sent, for the context. */
function treeOf(build: BuildResult, digest: Digest): DirNode | undefined {
  return build.trees.get(digest) ?? (vertexOf(build.record, digest)?.name === '[internal] load build context' ? build.sent : undefined);
}
