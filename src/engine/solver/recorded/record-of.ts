/**
 * A stream of a real build → a record that every view can draw. Stages and steps are read back from vertex names
 * (`[build 2/6] COPY . .`), the Dockerfile from the steps, as far as names tell; what names do not tell is left out.
 */
import type { Digest } from '../../fs/node.ts';
import type { StepRead } from '../../graph/plan.ts';
import type { BuildRecord, StageRecord, StepRecord, StepState, VertexRecord } from '../record.ts';
import type { RecordedStream } from './status-lines.ts';

/** A vertex that is a line of the Dockerfile. */
interface Named {
  readonly vertex: VertexRecord;
  /** `build`, `linux/arm64 build`, `stage-0` where there is one stage only. */
  readonly stage: string;
  readonly index: number;
  readonly total: number;
  readonly text: string;
}

const stepName = /^\[(?:(?<stage>[^\]]*?) )?(?<index>\d+)\/(?<total>\d+)\] (?<text>[\s\S]*)$/;

/** The record. Its number is that of the next build of the workspace. */
export function recordOf(stream: RecordedStream, number: number): BuildRecord {
  const named = stream.vertices.flatMap((vertex): Named[] => {
    const groups = stepName.exec(vertex.name)?.groups;
    return groups ? [{ vertex, stage: groups['stage'] ?? 'stage-0', index: Number(groups['index']), total: Number(groups['total']), text: groups['text'] ?? '' }] : [];
  });
  const names = stagesInOrder(named);
  const steps = new Map<Digest, { readonly id: string; readonly stage: number }>();
  const ordered = names.map((name) => named.filter(({ stage }) => stage === name).sort((a, b) => a.index - b.index));
  for (const [stage, members] of ordered.entries()) for (const [at, { vertex }] of members.entries()) steps.set(vertex.digest, { id: `${stage}.${at + 1}`, stage });
  const failed = stream.vertices.find(({ error }) => error !== undefined && !/context canceled/.test(error));
  // BuildKit's log says CACHED of a FROM only when it was looked up: whether it was pulled is told by its layers.
  const pulled = new Set(stream.events.flatMap((event) => (event.type === 'status' && /^(?:extracting )?sha256:/.test(event.id) ? [event.vertex] : [])));
  const lines: string[] = [];
  const stages: StageRecord[] = [];
  const records: StepRecord[] = [];
  const context = stream.vertices.find(({ name }) => /load build context$/.test(name))?.digest;
  for (const [stage, members] of ordered.entries()) {
    const first = lines.length + 1;
    const own = members.map((member, at): StepRecord => {
      const text = member.text.split('\n')[0] ?? '';
      const keyword = /^[A-Za-z]+/.exec(text)?.[0].toUpperCase() ?? '';
      lines.push(keyword === 'FROM' && names.length > 1 ? `${imageLine(text)} AS ${names[stage]!.split(' ').at(-1)}` : keyword === 'FROM' ? imageLine(text) : text);
      const { vertex } = member;
      return {
        id: `${stage}.${at + 1}`,
        stage,
        index: member.index,
        total: member.total,
        keyword,
        text,
        lines: { first: lines.length, last: lines.length },
        reads: readsOf(member, members[at - 1], steps, stage, context),
        name: vertex.name,
        state: keyword === 'FROM' && vertex.error === undefined && !pulled.has(vertex.digest) ? 'cached' : stateOf(vertex, failed !== undefined),
        vertex: vertex.digest,
        ...(vertex.started !== undefined && { started: vertex.started }),
        ...(vertex.completed !== undefined && { completed: vertex.completed }),
        fidelity: 'exact',
        models: [],
        ...(vertex.error !== undefined && { error: vertex.error }),
      };
    });
    records.push(...own);
    stages.push({ index: stage, name: names[stage]!, base: own[0]?.keyword === 'FROM' ? own[0].text.replace(/^FROM /, '') : '', needed: true, target: false, lines: { first, last: Math.max(first, lines.length) }, steps: own.map(({ id }) => id), configOnly: [], layers: 0 });
    lines.push('');
  }
  const target = targetOf(named, steps, stages.length);
  const vertices = stream.vertices.map((vertex): VertexRecord => {
    const step = steps.get(vertex.digest);
    return step ? { ...vertex, step: step.id } : vertex;
  });
  return {
    number,
    predicted: false,
    ok: failed === undefined,
    options: {},
    dockerfile: { path: 'Dockerfile', text: lines.join('\n') },
    stages: stages.map((stage) => ({ ...stage, target: stage.index === target })),
    steps: records,
    vertices,
    events: stream.events,
    diagnostics: [],
    ...(failed && { error: { message: failed.error ?? '', vertex: failed.digest, diagnostic: { code: 'recorded', severity: 'error', message: failed.error ?? '', range: { from: 0, to: 0 }, lines: [] } } }),
    images: [],
    startedAt: stream.startedAt,
    duration: stream.duration,
  };
}

/** Stages that are read stand before those that read them, otherwise in the order of their announcement turned around: BuildKit names the last first. */
function stagesInOrder(named: readonly Named[]): readonly string[] {
  const seen = [...new Set(named.map(({ stage }) => stage))].reverse();
  const stageOf = new Map(named.map(({ vertex, stage }) => [vertex.digest, stage]));
  const reads = new Map(seen.map((name) => [name, new Set(named.filter(({ stage }) => stage === name).flatMap(({ vertex }) => vertex.inputs.flatMap((input) => stageOf.get(input) ?? [])))]));
  const ordered: string[] = [];
  const visiting = new Set<string>();
  const visit = (name: string): void => {
    if (ordered.includes(name) || visiting.has(name)) return;
    visiting.add(name);
    for (const other of reads.get(name) ?? []) if (other !== name) visit(other);
    ordered.push(name);
  };
  for (const name of seen) visit(name);
  return ordered;
}

/** `FROM docker.io/library/golang:1.22@sha256:…` as people write it. */
function imageLine(text: string): string {
  return text.replace(/^(FROM )docker\.io\/(?:library\/)?/, '$1').replace(/@sha256:[0-9a-f]{64}/, '');
}

function readsOf({ vertex, text }: Named, before: Named | undefined, steps: ReadonlyMap<Digest, { readonly id: string; readonly stage: number }>, stage: number, context: Digest | undefined): readonly StepRead[] {
  const words = text.split(/\s+/).slice(1).filter((word) => !word.startsWith('--'));
  return vertex.inputs.flatMap((input, at): StepRead[] => {
    const read = steps.get(input);
    if (input === context) return [{ kind: 'context', paths: words.slice(0, -1), mount: /^RUN/.test(text) }];
    if (!read) return [];
    if (before?.vertex.digest === input) return [{ kind: 'parent', step: read.id }];
    if (at === 0 && !before && read.stage !== stage) return [{ kind: 'stage', step: read.id }];
    return [/^RUN/.test(text) ? { kind: 'bind', step: read.id, path: '/', target: '' } : { kind: 'copy', step: read.id, paths: words.slice(0, -1) }];
  });
}

function stateOf({ cached, error, completed, started }: VertexRecord, failed: boolean): StepState {
  if (error !== undefined) return /context canceled/.test(error) ? 'stopped' : 'failed';
  if (cached) return 'cached';
  if (completed !== undefined && started !== undefined) return 'rebuilt';
  return failed ? 'stopped' : 'cached';
}

/** The stage that no other reads: what was built. */
function targetOf(named: readonly Named[], steps: ReadonlyMap<Digest, { readonly stage: number }>, count: number): number {
  const read = new Set(named.flatMap(({ vertex }) => vertex.inputs.flatMap((input) => (steps.get(input)?.stage !== steps.get(vertex.digest)?.stage ? (steps.get(input)?.stage ?? []) : []))));
  for (let stage = count - 1; stage >= 0; stage--) if (!read.has(stage)) return stage;
  return count - 1;
}
