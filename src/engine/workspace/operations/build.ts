/** `docker build` and `docker buildx build` on the machine that is sat at. */
import type { DirNode } from '../../fs/node.ts';
import type { BuildOptions } from '../../graph/plan.ts';
import { resolverAt } from '../../registry/index.ts';
import type { RegistryMessage } from '../../registry/message.ts';
import { build } from '../../solver/build.ts';
import type { BuildExtras } from '../build-request.ts';
import { currentMachine, withMachine, type Built, type State } from '../state.ts';
import type { World } from '../world.ts';

/** Everything that a build can be asked for. */
export interface BuildCommand extends BuildExtras {
  readonly options: BuildOptions;
  /** Instead of the project (checked out anew on a runner): a folder of it, or what came through standard input. */
  readonly context?: DirNode;
  /** Values for `--secret`, by id; the scenario's secrets where absent. */
  readonly secrets?: Readonly<Record<string, Uint8Array>>;
  /** Folders for `--build-context name=folder`, by name; those that lead elsewhere are in `options.contexts`. */
  readonly namedContexts?: Readonly<Record<string, DirNode>>;
}

export interface BuildOutcome {
  /** With the build in its history, the image where it goes, and the clock where it ended. */
  readonly state: State;
  readonly built: Built;
  /** What `--push`, `--cache-to` and `--cache-from` said to registries; times since the build's start. */
  readonly messages: readonly RegistryMessage[];
}

/** Runs a build; what goes wrong is in `built.record.error`. */
export function runBuildOn(state: State, world: World, command: BuildCommand): BuildOutcome {
  const machine = currentMachine(state);
  const { scenario, resolve } = world;
  const context = command.context ?? state.context;
  const result = build({
    number: state.builds.length + 1,
    options: command.options,
    context,
    dockerfilePath: command.options.file ?? scenario.dockerfile,
    resolve: state.imported ? resolve : resolverAt(scenario.moves, state.now, resolve),
    store: machine.cache,
    now: state.now,
    models: state.imported ? undefined : scenario.models,
    ...(command.secrets && { secrets: command.secrets }),
    ...(command.namedContexts && { namedContexts: command.namedContexts }),
  });
  const finished = state.now + Math.ceil(result.record.duration);
  const built: Built = { ...result, context: state.context, machine: machine.name };
  const after: State = { ...state, now: finished, builds: [...state.builds, built], baseline: state.context };
  return { state: withMachine(after, { ...machine, cache: result.store }), built, messages: [] };
}
