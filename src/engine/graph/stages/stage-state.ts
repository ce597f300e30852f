/** A stage while its instructions become operations: BuildKit's `dispatchState`. */
import type { Command, Stage } from '../../dockerfile/index.ts';
import type { ArgDefinition } from '../../dockerfile/instruction.ts';
import type { HistoryEntry } from '../../image/config.ts';
import { blankImage, type DraftImage } from '../draft-image.ts';
import type { Place } from '../failure.ts';
import { newState, type State } from '../llb/state.ts';
import type { NamedContext } from '../named-context.ts';
import type { Platform } from '../platform.ts';
import type { StepPlan } from '../plan.ts';

/** A command with the stages that it reads. */
export interface PlannedCommand {
  readonly command: Command;
  readonly place: Place;
  /** For COPY --from one; for RUN one for each mount. */
  readonly sources: readonly StageState[];
  readonly onBuild: boolean;
}

/** An ARG as the outline tells it. */
export interface ArgInfo {
  readonly definition: ArgDefinition;
  readonly value: string;
  readonly place: Place;
  /** Global arguments that its default refers to. */
  readonly uses: ReadonlySet<string>;
}

export interface MountInfo {
  readonly required: boolean;
  readonly place: Place;
}

/** What `--call=outline` reports about one stage. */
export interface OutlineFacts {
  readonly args: Map<string, ArgInfo>;
  readonly usedArgs: Set<string>;
  readonly secrets: Map<string, MountInfo>;
  readonly ssh: Map<string, MountInfo>;
}

export interface StageState {
  /** Place in the list of stages; stages of the Dockerfile come first. */
  index: number;
  /** Absent for an image that only COPY --from or a mount names. */
  readonly stage?: Stage;
  readonly place?: Place;
  /** Base as written, after expansion. */
  readonly writtenBase: string;
  /** The same, normalised and with digest once it is resolved. */
  baseName: string;
  /** As vertices print it; empty in a Dockerfile with one stage. */
  displayName: string;
  base?: StageState;
  namedContext?: NamedContext;
  platform?: Platform;
  state: State;
  image: DraftImage;
  /** History of the base image, which the exporter does not touch. */
  baseHistory?: readonly HistoryEntry[];
  resolved: boolean;
  dispatched: boolean;
  onBuildDone: boolean;
  readonly unregistered: boolean;
  commands: PlannedCommand[];
  /** Stages that commands read, each with the last command that does. */
  readonly needs: Map<StageState, PlannedCommand>;
  /** ARGs in order of declaration, those of the stages below first. */
  readonly buildArgs: { readonly key: string; readonly value?: string }[];
  /** Paths that it reads of the context. */
  readonly contextPaths: Set<string>;
  /** Paths that are read of it; shared with the stages that start from it. */
  paths: Set<string>;
  ignoreCache: boolean;
  stepIndex: number;
  stepTotal: number;
  workdirSet: boolean;
  /** Places of the last CMD, ENTRYPOINT and HEALTHCHECK. */
  readonly last: Map<string, Place>;
  outline: OutlineFacts;
  readonly steps: StepPlan[];
  readonly configOnly: { readonly keyword: string; readonly lines: Place['lines'] }[];
  /** Step that its file system ends with; of a stage it starts from where it has none itself. */
  lastStep?: string;
}

/** A stage nothing is known of yet. */
export function newStage(init: Pick<StageState, 'baseName' | 'unregistered' | 'outline'> & Partial<StageState>, platform: Platform): StageState {
  return {
    index: 0,
    writtenBase: init.baseName,
    displayName: '',
    state: newState(),
    image: blankImage(platform),
    resolved: false,
    dispatched: false,
    onBuildDone: false,
    commands: [],
    needs: new Map(),
    buildArgs: [],
    contextPaths: new Set(),
    paths: new Set(),
    ignoreCache: false,
    stepIndex: 0,
    stepTotal: 0,
    workdirSet: false,
    last: new Map(),
    steps: [],
    configOnly: [],
    ...init,
  };
}

export function newOutline(): OutlineFacts {
  return { args: new Map(), usedArgs: new Set(), secrets: new Map(), ssh: new Map() };
}

export function cloneOutline(facts: OutlineFacts): OutlineFacts {
  return { args: new Map(facts.args), usedArgs: new Set(facts.usedArgs), secrets: new Map(facts.secrets), ssh: new Map(facts.ssh) };
}

/** All stages in file order, images that were named on the way behind them. */
export class StageList {
  readonly states: StageState[] = [];
  readonly #byName = new Map<string, StageState>();

  /** Takes a stage in; the stage it starts from is the one of that name so far. */
  add(state: StageState): void {
    state.index = this.states.push(state) - 1;
    const base = this.#byName.get(state.baseName);
    if (base) {
      state.base = base;
      state.outline = cloneOutline(base.outline);
    }
    const name = state.stage?.name ?? '';
    if (name !== '') this.#byName.set(name.toLowerCase(), state);
  }

  named(name: string): StageState | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** For suggestions. */
  names(): string[] {
    return this.states.flatMap((state) => (state.displayName === '' ? [] : [state.displayName]));
  }
}

/** A stage and all that its result is made of. */
export function reachableFrom(target: StageState): ReadonlySet<StageState> {
  const reached = new Set([target]);
  for (const state of reached) {
    if (state.base) reached.add(state.base);
    for (const needed of state.needs.keys()) reached.add(needed);
  }
  return reached;
}
