/**
 * The classic builder, which `docker build` was before BuildKit (moby `builder/dockerfile`): one instruction after the other,
 * every stage up to the target, an image for each step. A second strategy for the same request, so that the two can be
 * compared. Its builds were not recorded: it is written after moby's source and published logs.
 */
import { expandWord, parse, readInstructions } from '../../dockerfile/index.ts';
import type { ArgCommand, Stage } from '../../dockerfile/index.ts';
import { get, textOf } from '../../fs/index.ts';
import type { Digest, DirNode } from '../../fs/index.ts';
import type { Platform } from '../../graph/platform.ts';
import { familiarReference, parseReference, withDefaultTag } from '../../image/index.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { contextRecord } from '../context-record.ts';
import { fullName } from '../export/export.ts';
import { internalVertex } from '../internal-vertex.ts';
import { contextLine } from '../progress/classic.ts';
import type { StageRecord } from '../record.ts';
import { pass } from '../schedule/clock.ts';
import { manifestCost, transferLeast, transferRate } from '../schedule/costs.ts';
import { unusedArgs } from './build-args.ts';
import { Builder, canceled } from './builder.ts';
import { contextArchive } from './context-archive.ts';
import { finalImage } from './final-image.ts';
import { planSteps, targetStage } from './plan-steps.ts';
import type { PlannedSteps } from './plan-steps.ts';
import type { ClassicRequest, ClassicResult } from './request.ts';
import { stepsLeft } from './steps-left.ts';
import type { StageState } from './stage-state.ts';
import { Stages } from './stages.ts';

/** The vertex in which the image is named: no step, only its output. */
const namingVertex = 'naming the image';

interface Outcome {
  readonly text: string;
  readonly stages: readonly Stage[];
  readonly planned: PlannedSteps;
  readonly sent?: { readonly root: DirNode; readonly transferred: number };
  readonly result?: StageState | undefined;
}

/** Runs one build on the virtual clock. Never throws: what goes wrong is in `record.error`. */
export function buildClassic(request: ClassicRequest): ClassicResult {
  const builder = new Builder(request);
  return resultOf(builder, runBuild(builder));
}

function runBuild(builder: Builder): Outcome {
  const { context, dockerfilePath, options } = builder.request;
  const node = get(context, dockerfilePath);
  const text = node?.type === 'file' ? textOf(node) : '';
  const nothing: Outcome = { text, stages: [], planned: { stages: [], metaNames: [] } };
  const stop = (outcome: Outcome, message: string, diagnostic: Diagnostic = { code: 'build', severity: 'error', message, range: { from: 0, to: 0 }, lines: [] }): Outcome => {
    builder.error = { message, diagnostic };
    return outcome;
  };
  const archive = contextArchive(context, dockerfilePath);
  if ('error' in archive) return stop(nothing, `error checking context: ${archive.error}`);
  sendContext(builder, archive.size);
  if (builder.clock.stopped) return stop(nothing, canceled);
  const sent = { root: archive.root, transferred: archive.size };
  const unread = { ...nothing, sent };
  if (node?.type !== 'file') return stop(unread, `Cannot locate specified Dockerfile: ${dockerfilePath}`);
  const parsed = parse(text);
  const read = readInstructions(parsed);
  if (!read.ok) return stop(unread, read.error.message, read.error);
  if (read.stages.length === 0) return stop(unread, 'no build stage in current context');
  const target = targetStage(read.stages, options.target);
  if (target < 0) return stop(unread, `failed to reach build target ${options.target} in Dockerfile`);

  const planned = planSteps(read.metaArgs, read.stages.slice(0, target + 1), options.labels ?? {});
  const outcome: Outcome = { text, stages: read.stages, planned, sent };
  for (const name of planned.metaNames) internalVertex(builder.stream, name).complete();
  const given = new Map(Object.entries(options.buildArgs ?? {}));
  const global = globalArgs(read.metaArgs, given, parsed.escape);
  if ('error' in global) return stop(outcome, global.error);
  const stages = new Stages(builder, { context: archive.root, escape: parsed.escape, platform: platformOf(options.platforms?.[0]), given, global: global.values });
  for (const stage of planned.stages) if (!stages.run(stage)) return outcome;
  const result = stages.last;
  const declared = new Set([...global.values.keys(), ...planned.stages.flatMap(({ stage }) => stage.commands.flatMap((command) => (command.type === 'ARG' ? command.args.map(({ key }) => key) : [])))]);
  announce(builder, result, unusedArgs(given, declared));
  return builder.clock.stopped ? stop(outcome, canceled) : { ...outcome, result };
}

function sendContext({ stream, clock }: Builder, size: number): void {
  const vertex = internalVertex(stream, contextLine);
  const report = stream.status(vertex.digest, 'transferring context:');
  pass(clock, transferLeast + size / transferRate);
  report({ current: size, completed: true });
  vertex.complete();
}

/** Defaults of the ARGs before the first FROM; each sees those before it. */
function globalArgs(
  commands: readonly ArgCommand[],
  given: ReadonlyMap<string, string>,
  escape: '\\' | '`',
): { readonly values: ReadonlyMap<string, string | undefined> } | { readonly error: string } {
  const values = new Map<string, string | undefined>();
  for (const { args } of commands) {
    for (const { key, value } of args) {
      const word = value === undefined ? undefined : expandWord(value, (name) => (values.has(name) ? given.get(name) ?? values.get(name) : undefined), { escape });
      if (word && !word.ok) return { error: word.message };
      values.set(key, word?.word);
    }
  }
  return { values };
}

/** One platform is built, the first that is asked for. */
function platformOf(text = 'linux/amd64'): Platform {
  const [os = '', architecture = '', variant = ''] = text.split('/');
  return { os, architecture, variant, osVersion: '', osFeatures: [] };
}

/** What the daemon says at the end. */
function announce({ stream, clock, request }: Builder, result: StageState | undefined, unused: readonly string[]): void {
  const vertex = internalVertex(stream, namingVertex);
  const say = (text: string): void => stream.log(vertex.digest, 1, text);
  if (unused.length > 0) say(`[Warning] One or more build-args [${unused.join(' ')}] were not consumed\n`);
  say(`Successfully built ${result?.id.slice(7, 19) ?? ''}\n`);
  for (const tag of request.options.tags ?? []) {
    pass(clock, manifestCost);
    const ref = parseReference(tag);
    say(`Successfully tagged ${'error' in ref ? tag : familiarReference(withDefaultTag(ref))}\n`);
  }
  vertex.complete();
}

function resultOf(builder: Builder, { text, stages, planned, sent, result }: Outcome): ClassicResult {
  const { request, error, stream, clock } = builder;
  const store = request.predicted && !request.keepStore ? request.store : builder.images.commit();
  const record = {
    strategy: 'classic' as const,
    number: request.number,
    predicted: request.predicted ?? false,
    ok: error === undefined,
    options: request.options,
    dockerfile: { path: request.dockerfilePath, text },
    ...(sent && { context: contextRecord(sent.root, sent.transferred) }),
    stages: stageRecords(builder, stages, planned, result),
    steps: stepsLeft(builder.steps, planned),
    vertices: stream.finish().map((vertex) => {
      const key = builder.keys.get(vertex.digest);
      return key ? { ...vertex, key } : vertex;
    }),
    events: stream.events,
    diagnostics: error ? [error.diagnostic] : [],
    ...(error && { error }),
    images: result && !request.predicted ? [finalImage(result, (request.options.tags ?? []).map(fullName), builder.stepOfLayer)] : [],
    startedAt: request.now,
    duration: clock.now,
  };
  return { record, store, snapshots: [result?.snapshot], trees: { get: (digest: Digest) => builder.trees.get(digest) }, ...(sent && { sent: sent.root }) };
}

/** Stages up to the target are all needed: nobody looks whether anything reads them. */
function stageRecords(builder: Builder, stages: readonly Stage[], { stages: planned }: PlannedSteps, result: StageState | undefined): readonly StageRecord[] {
  const layers = new Set(result?.snapshot?.layers.map((layer) => builder.stepOfLayer.get(layer)));
  return stages.map((stage, index): StageRecord => {
    const plan = planned[index];
    const steps = plan ? [plan.from.id, ...plan.instructions.map(({ facts }) => facts.id)] : [];
    const last = stage.commands.at(-1)?.lines.last ?? stage.lines.last;
    const baseStage = stages.findIndex(({ name }, at) => at < index && name !== '' && name === stage.base.toLowerCase());
    return {
      index,
      name: stage.name === '' ? `stage-${index}` : stage.name,
      base: stage.base,
      ...(baseStage >= 0 && { baseStage }),
      needed: plan !== undefined,
      target: plan !== undefined && index === planned.length - 1,
      lines: { first: stage.lines.first, last },
      steps,
      configOnly: [],
      layers: steps.filter((id) => layers.has(id)).length,
    };
  });
}
