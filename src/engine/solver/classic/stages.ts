/** Stages one after the other: what FROM gives, and what COPY --from reads. */
import { expandWord, parse, readInstruction } from '../../dockerfile/index.ts';
import type { AddCommand, Command, CopyCommand, EscapeToken, Stage } from '../../dockerfile/index.ts';
import { emptyDir } from '../../fs/index.ts';
import type { Digest, DirNode } from '../../fs/index.ts';
import { formatPlatform, parsePlatform } from '../../graph/platform.ts';
import type { Platform } from '../../graph/platform.ts';
import type { StepRead } from '../../graph/plan.ts';
import { goJoin } from '../../graph/paths.ts';
import { acquireBase } from './base-images.ts';
import { BuildArgs } from './build-args.ts';
import type { Builder, RunningStep, StepFacts } from './builder.ts';
import { workOf } from './instruction-work.ts';
import type { PlannedStage } from './plan-steps.ts';
import { StageState } from './stage-state.ts';

/** What the stages of a build share. */
export interface StageContext {
  readonly context: DirNode;
  readonly escape: EscapeToken;
  readonly platform: Platform;
  /** Build arguments of the command line. */
  readonly given: ReadonlyMap<string, string>;
  /** ARGs before the first FROM. */
  readonly global: ReadonlyMap<string, string | undefined>;
}

type Failure = { readonly error: string };

/** The stages of one build. */
export class Stages {
  readonly #builder: Builder;
  readonly #shared: StageContext;
  readonly #done: { readonly state: StageState; readonly stage: Stage }[] = [];

  constructor(builder: Builder, shared: StageContext) {
    this.#builder = builder;
    this.#shared = shared;
  }

  /** The last stage that came to its end. */
  get last(): StageState | undefined {
    return this.#done.at(-1)?.state;
  }

  /** Runs all steps of a stage; false where one failed. */
  run({ stage, from, instructions }: PlannedStage): boolean {
    if (stage.name !== '' && this.#named(stage.name)) return this.#builder.refuse(from, `${stage.name} stage name already used`);
    const { given, global, platform } = this.#shared;
    const state = new StageState(new BuildArgs(given, global), platform);
    if (!this.#from(state, stage, from)) return false;
    for (const { command, facts } of instructions) if (!this.#instruction(state, command, facts)) return false;
    this.#done.push({ state, stage });
    return true;
  }

  #from(state: StageState, stage: Stage, facts: StepFacts): boolean {
    const { given, global, escape } = this.#shared;
    const value = (name: string): string | undefined => (global.has(name) ? given.get(name) ?? global.get(name) : undefined);
    const word = expandWord(stage.base, value, { escape });
    const base = word.ok ? word.word : stage.base;
    const before = this.#named(base);
    const reads: StepRead[] = before?.last ? [{ kind: 'stage', step: before.last.step }] : base === 'scratch' ? [] : [{ kind: 'image', ref: base }];
    const step = this.#builder.begin(facts, reads, before?.last ? [before.last.vertex] : []);
    const complete = this.#builder.stream.start(step.vertex);
    const problem = word.ok ? choosePlatform(state, stage.platform, value, escape) : word.message;
    const found = problem === undefined ? this.#base(before, base, step, state) : { error: problem };
    if ('error' in found) return this.#builder.fail(step, found.error, complete);
    state.addPath();
    const failed = this.#triggers(state, step);
    if (failed !== undefined) return this.#builder.fail(step, failed, complete);
    this.#builder.say(step, ` ---> ${state.id.slice(7, 19)}\n`);
    complete();
    this.#builder.record(step, state, found.pulled === undefined ? 'cached' : 'rebuilt', found);
    return true;
  }

  /** The image that a stage begins with. */
  #base(before: StageState | undefined, name: string, step: RunningStep, state: StageState): { readonly build?: number; readonly pulled?: number } | Failure {
    const { number } = this.#builder.request;
    if (before) {
      const { id, image, snapshot } = before;
      if (id !== '') state.moveTo({ id, config: image, build: number, ...(snapshot && { snapshot }) });
      return { build: number };
    }
    if (name === 'scratch') return { build: number };
    const acquired = this.#acquire(name, step, state.platform);
    if ('error' in acquired) return acquired;
    state.moveTo(acquired.image);
    return { build: acquired.image.build, ...(acquired.pulled !== undefined && { pulled: acquired.pulled }) };
  }

  #acquire(name: string, step: RunningStep, platform: Platform): ReturnType<typeof acquireBase> {
    const { request, clock, images } = this.#builder;
    return acquireBase(name, { request, clock, images, platform: formatPlatform(platform) }, (text) => this.#builder.say(step, text));
  }

  #named(name: string): StageState | undefined {
    return this.#done.find(({ stage }) => stage.name !== '' && stage.name === name.toLowerCase())?.state;
  }

  /** ONBUILD of the base happens inside the FROM step. The answer is what went wrong. */
  #triggers(state: StageState, step: RunningStep): string | undefined {
    const triggers = state.image.onBuild;
    if (triggers.length === 0) return undefined;
    state.image.onBuild = [];
    this.#builder.say(step, `# Executing ${triggers.length} build trigger${triggers.length === 1 ? '' : 's'}\n`);
    for (const text of triggers) {
      const [node] = parse(text).nodes;
      const read = node && readInstruction(node);
      if (!read) return 'onbuild trigger should be a single expression';
      if (!read.ok) return read.message;
      if (!('type' in read.instruction)) return "FROM isn't allowed as an ONBUILD trigger";
      const work = this.#work(state, read.instruction, step);
      const error = 'error' in work ? work.error : this.#builder.apply(step, state, work);
      if (error !== undefined) return error;
    }
    return undefined;
  }

  #instruction(state: StageState, command: Command, facts: StepFacts): boolean {
    const source = copiesFrom(command) ? this.#byNameOrNumber(command.from) : undefined;
    const reads: StepRead[] = [...(state.last ? [{ kind: 'parent' as const, step: state.last.step }] : []), ...readsOf(command, source)];
    const inputs = [state.last, source?.last].flatMap((last): readonly Digest[] => (last ? [last.vertex] : []));
    const step = this.#builder.begin(facts, reads, [...new Set(inputs)]);
    const work = this.#work(state, command, step);
    if ('error' in work) return this.#builder.fail(step, work.error, this.#builder.stream.start(step.vertex));
    return this.#builder.finish(step, state, work);
  }

  #work(state: StageState, command: Command, step: RunningStep): ReturnType<typeof workOf> {
    return workOf(state, command, {
      request: this.#builder.request,
      platform: formatPlatform(state.platform),
      escape: this.#shared.escape,
      step: step.vertex,
      source: (expanded) => this.#source(expanded, step, state.platform),
    });
  }

  #source(command: AddCommand | CopyCommand, step: RunningStep, platform: Platform): DirNode | Failure {
    if (!copiesFrom(command)) return this.#shared.context;
    const { from } = command;
    const stage = this.#byNameOrNumber(from);
    if (stage) return stage.snapshot?.tree ?? emptyDir();
    const refused = (reason: string): Failure => ({ error: `invalid from flag value ${from}: ${reason}` });
    if (/^-?\d+$/.test(from)) return refused(Number(from) === this.#done.length ? 'refers to current build stage' : 'index out of bounds');
    const acquired = this.#acquire(from, step, platform);
    return 'error' in acquired ? refused(acquired.error) : acquired.base.root;
  }

  #byNameOrNumber(name: string): StageState | undefined {
    return this.#named(name) ?? (/^\d+$/.test(name) ? this.#done[Number(name)]?.state : undefined);
  }
}

/** FROM --platform, where only ARGs before the first FROM are known. The answer is what is wrong with it. */
function choosePlatform(state: StageState, text: string, value: (name: string) => string | undefined, escape: EscapeToken): string | undefined {
  if (text === '') return undefined;
  const word = expandWord(text, value, { escape });
  if (!word.ok) return word.message;
  const platform = parsePlatform(word.word);
  if ('error' in platform) return `failed to parse platform ${word.word}: ${platform.error}`;
  state.platform = platform;
  return undefined;
}

const copiesFrom = (command: Command): command is CopyCommand => command.type === 'COPY' && command.from !== '';

function readsOf(command: Command, source: StageState | undefined): readonly StepRead[] {
  if (command.type !== 'COPY' && command.type !== 'ADD') return [];
  const paths = command.sources.map((path) => goJoin('/', path));
  if (!copiesFrom(command)) return [{ kind: 'context', paths, mount: false }];
  return [{ kind: 'copy', paths, ...(source ? source.last && { step: source.last.step } : { image: command.from }) }];
}
