/** One build with the classic builder: its log, its clock, and how a step becomes an image. */
import { diff, emptyDir, sha256, sizeOf } from '../../fs/index.ts';
import type { Digest, DirNode } from '../../fs/index.ts';
import { cloneImage } from '../../graph/draft-image.ts';
import type { StepRead } from '../../graph/plan.ts';
import type { LineRange, Range } from '../../source/range.ts';
import { diffSize } from '../ops/diff-size.ts';
import { rfc3339 } from '../export/rfc3339.ts';
import type { BuildError, Fidelity, KeyRecord, ModelNote, StepRecord, StepState } from '../record.ts';
import { manifestCost } from '../schedule/costs.ts';
import { Clock, pass } from '../schedule/clock.ts';
import type { Snapshot, SnapshotLayer } from '../snapshot.ts';
import { StatusStream } from '../stream.ts';
import { finalImage } from './final-image.ts';
import { ImageStoreDraft } from './image-store.ts';
import type { ClassicImage } from './image-store.ts';
import type { ClassicRequest } from './request.ts';
import type { StageState } from './stage-state.ts';

/** What the daemon says of a build whose client went away. */
export const canceled = 'context canceled';

/** A line of the Dockerfile as a step. */
export interface StepFacts {
  readonly id: string;
  readonly stage: number;
  readonly index: number;
  readonly total: number;
  readonly keyword: string;
  readonly text: string;
  readonly lines: LineRange;
  readonly range: Range;
}

/** A step that has begun. */
export interface RunningStep extends StepFacts {
  readonly vertex: Digest;
  readonly name: string;
  readonly started: number;
  readonly reads: readonly StepRead[];
}

/** What a step does when its image is not there. */
export interface Work {
  /** What is looked up: the command of a container, or a comment. */
  readonly command: readonly string[];
  /** A container is made for it. */
  readonly container: boolean;
  readonly make: (tree: DirNode, now: number) => Made | { readonly error: string };
}

/** What was made. */
export interface Made {
  readonly tree: DirNode;
  /** Bytes that were copied, or lines that a command printed: they take time. */
  readonly duration: number;
  readonly fidelity?: Fidelity;
  readonly notes?: readonly ModelNote[];
  readonly output?: readonly { readonly time: number; readonly stream: 1 | 2; readonly text: string }[];
  /** The command failed: the daemon's words. */
  readonly failure?: string;
}

/** See above: one for each build. */
export class Builder {
  readonly request: ClassicRequest;
  readonly clock: Clock;
  readonly stream: StatusStream;
  readonly images: ImageStoreDraft;
  readonly steps: StepRecord[] = [];
  readonly keys = new Map<Digest, KeyRecord>();
  readonly trees = new Map<Digest, DirNode>();
  readonly stepOfLayer = new Map<SnapshotLayer, string>();
  error: BuildError | undefined;

  constructor(request: ClassicRequest) {
    this.request = request;
    this.clock = new Clock(request.stopAt);
    this.stream = new StatusStream(() => this.clock.now, () => this.clock.stopped);
    this.images = new ImageStoreDraft(request.store);
  }

  /** `Step 3/8 : COPY . .`, begun; nothing is known of it but its inputs. */
  begin(facts: StepFacts, reads: readonly StepRead[], inputs: readonly Digest[]): RunningStep {
    const name = `Step ${facts.index}/${facts.total} : ${facts.text}`;
    const vertex = sha256(`classic ${name}`);
    this.stream.announce({ digest: vertex, name, inputs, step: facts.id });
    return { ...facts, reads, vertex, name, started: this.clock.now };
  }

  /** Looks the step's command up under the image before it, or does its work and keeps the result as an image. */
  finish(step: RunningStep, state: StageState, work: Work): boolean {
    const before = state.snapshot;
    const hit = this.#lookUp(state, work.command);
    this.keys.set(step.vertex, this.#key(state, work.command));
    const complete = this.stream.start(step.vertex, hit !== undefined);
    const error = this.apply(step, state, work, hit);
    if (error !== undefined) return this.fail(step, error, complete);
    this.say(step, ` ---> ${state.id.slice(7, 19)}\n`);
    complete();
    this.record(step, state, hit ? 'cached' : 'rebuilt', { ...(hit && { build: hit.build }), ...(state.snapshot !== before && { own: state.snapshot }) });
    return true;
  }

  /** Goes on from the image that was found, or makes it. The answer is why that failed. */
  apply(step: RunningStep, state: StageState, work: Work, hit = this.#lookUp(state, work.command)): string | undefined {
    if (hit) {
      state.moveTo(hit);
      this.say(step, ' ---> Using cache\n');
      return undefined;
    }
    state.missed = true;
    return this.#make(step, state, work);
  }

  #lookUp(state: StageState, command: readonly string[]): ClassicImage | undefined {
    return state.missed || this.request.options.noCache === true ? undefined : this.images.child(state.id, command);
  }

  /** Makes a container where one is needed, does the work, commits. The answer is why that failed. */
  #make(step: RunningStep, state: StageState, work: Work): string | undefined {
    const container = sha256(`container ${this.request.number} ${step.name}`).slice(7, 19);
    if (work.container) this.say(step, ` ---> Running in ${container}\n`);
    const before = state.snapshot?.tree ?? emptyDir();
    const made = work.make(before, this.request.now + this.clock.now);
    if ('error' in made) return made.error;
    for (const { time, stream, text } of made.output ?? []) this.clock.after(time, () => this.stream.log(step.vertex, stream, text));
    pass(this.clock, made.duration);
    if (this.clock.stopped) return canceled;
    if (made.failure !== undefined) return made.failure;
    if (work.container) this.say(step, ` ---> Removed intermediate container ${container}\n`);
    pass(this.clock, manifestCost);
    if (this.clock.stopped) return canceled;
    this.#commit(step, state, work.command, before, made);
    return undefined;
  }

  #commit(step: RunningStep, state: StageState, command: readonly string[], before: DirNode, made: Made): void {
    const created = this.request.now + this.clock.now;
    const changed = made.tree !== before && diff(before, made.tree).length > 0;
    const fidelity = made.fidelity ?? 'exact';
    const layer: SnapshotLayer = {
      kind: 'diff', ...(state.snapshot && { lower: before }), upper: made.tree, created, description: step.text, fidelity,
      size: state.snapshot ? diffSize(before, made.tree) : sizeOf(made.tree),
    };
    if (changed) {
      const snapshot: Snapshot = { tree: made.tree, layers: [...(state.snapshot?.layers ?? []), layer], fidelity, notes: made.notes ?? [] };
      state.snapshot = snapshot;
    }
    state.image.history.push({ created: rfc3339(created), created_by: command.join(' '), ...(!changed && { empty_layer: true }) });
    const parent = state.id;
    const last = step.index === step.total && !this.request.predicted;
    const id = last ? finalImage(state).configDigest : sha256(`image ${parent} ${created} ${JSON.stringify(command)}`);
    const image: ClassicImage = { id, config: cloneImage(state.image), build: this.request.number, ...(state.snapshot && { snapshot: state.snapshot }) };
    this.images.addChild(parent, command, image);
    state.id = id;
  }

  /** Prints a line of the daemon's. */
  say(step: Pick<RunningStep, 'vertex'>, text: string): void {
    this.stream.log(step.vertex, 1, text);
  }

  /** Ends the step and the build; always false. */
  fail(step: RunningStep, message: string, complete: (error: string) => void): false {
    complete(message);
    this.refuse(step, message, step.vertex);
    this.steps.push({
      ...plain(step),
      name: step.name,
      state: this.clock.stopped ? 'stopped' : 'failed',
      vertex: step.vertex,
      started: step.started,
      completed: this.clock.now,
      fidelity: 'exact',
      models: [],
      ...(!this.clock.stopped && { error: message }),
    });
    return false;
  }

  /** Ends the build at a line, before or in its step; always false. */
  refuse({ range, lines }: StepFacts, message: string, vertex?: Digest): false {
    const diagnostic = { code: 'build', severity: 'error' as const, message, range, lines: [lines] };
    this.error ??= { message, diagnostic, ...(vertex && { vertex }) };
    return false;
  }

  /** Notes what became of a step whose vertex has ended. `own`: the files with the layer that it gave. */
  record(step: RunningStep, state: StageState, outcome: StepState, more: { readonly build?: number; readonly pulled?: number; readonly own?: Snapshot | undefined }): void {
    const { build, pulled, own } = more;
    const from = step.keyword === 'FROM';
    const made = from ? state.snapshot : own;
    const layer = own?.layers.at(-1);
    if (layer) this.stepOfLayer.set(layer, step.id);
    if (state.snapshot) this.trees.set(step.vertex, state.snapshot.tree);
    state.last = { vertex: step.vertex, step: step.id };
    this.steps.push({
      ...plain(step),
      name: step.name,
      state: outcome,
      vertex: step.vertex,
      started: step.started,
      completed: this.clock.now,
      bytes: from ? sizeOf(state.snapshot?.tree ?? emptyDir()) : layer?.kind === 'diff' ? layer.size : 0,
      ...(pulled !== undefined && { pulled }),
      ...(outcome === 'cached' && build !== undefined && { hit: { via: 'definition' as const, build } }),
      fidelity: made?.fidelity ?? 'exact',
      models: made?.notes ?? [],
    });
  }

  #key(state: StageState, command: readonly string[]): KeyRecord {
    return {
      operation: sha256(JSON.stringify(command)),
      fields: { 'parent image': state.id.slice(7, 19) || 'scratch', command: command.join(' ') },
      inputs: state.last ? [{ vertex: state.last.vertex }] : [],
      ignoreCache: this.request.options.noCache === true,
    };
  }
}

/** A step as the plan would have it. */
function plain({ id, stage, index, total, keyword, text, lines, reads }: RunningStep) {
  return { id, stage, index, total, keyword, text, lines, reads };
}
