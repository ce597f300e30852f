/** The state that a log leads to: the project, the machines that build it, the registries they share, and what was typed. */
import { described, emptyDir, file, put, symlink } from '../fs/index.ts';
import type { DirNode, FileNode, Node } from '../fs/node.ts';
import type { BuildOptions } from '../graph/plan.ts';
import type { RegistryMessage } from '../registry/message.ts';
import { defaultRegistries, type Registries } from '../registry/registries.ts';
import type { BuildResult } from '../solver/build.ts';
import type { CacheBundle } from '../solver/store/index.ts';
import type { BuildExtras } from './build-request.ts';
import type { TerminalEntry } from './execute.ts';
import type { Machine } from './machine.ts';
import { declaredMachines } from './machines.ts';
import type { Scenario, ScenarioFile } from './scenario.ts';

/** A build of the history, with the context as it lay on the disk. */
export interface Built extends BuildResult {
  readonly context: DirNode;
  /** Name of the machine that it ran on. */
  readonly machine: string;
  /** What it was asked for beside the record's options. */
  readonly extras?: BuildExtras;
  /** What it said to registries; times since its start. */
  readonly messages?: readonly RegistryMessage[];
}

export interface State {
  readonly context: DirNode;
  /** Virtual milliseconds since 1970. */
  readonly now: number;
  /** By name, in the order of their tabs; never empty. */
  readonly machines: ReadonlyMap<string, Machine>;
  /** Name of the one that is sat at: builds and commands run there. */
  readonly machine: string;
  /** Shared by all machines. */
  readonly registries: Registries;
  /**
   * Exported caches: of `type=local` by the folder as typed, which every machine finds again (as a workflow that saves and restores
   * it does); of registries by the digest of the config of what lies there.
   */
  readonly caches: ReadonlyMap<string, CacheBundle>;
  /** What was typed, oldest first. */
  readonly terminal: readonly TerminalEntry[];
  /** The terminal's working folder, as a context path: `` is the root. */
  readonly folder: string;
  /** What typed lines left outside of the project: `home` and `tmp`; absent before the first. */
  readonly outside?: DirNode;
  /** Variables that were set in the terminal. */
  readonly environment: Readonly<Record<string, string>>;
  /** What builds are asked for. */
  readonly options: BuildOptions;
  /** Of all machines, in the order in which they ran. */
  readonly builds: readonly Built[];
  /** The context at the last build, or at the scenario's start: what changes are counted against. */
  readonly baseline: DirNode;
  /** Where the context was brought in over the scenario's: its name, and the options that builds of it begin with. */
  readonly imported?: { readonly name: string; readonly options: BuildOptions };
}

export function initialState(scenario: Scenario): State {
  const made = Object.entries(scenario.files).reduce((root, [path, spec]) => put(root, path, nodeOf(path, spec, scenario.begins)), emptyDir({ mtime: scenario.begins }));
  return { context: made, now: scenario.begins, ...surroundings(scenario), options: scenario.options, builds: [], baseline: made };
}

/** Everything but the project, as a scenario declares it: no builder has a cache, nothing was typed. */
export function surroundings(scenario: Scenario): Pick<State, 'machines' | 'machine' | 'registries' | 'caches' | 'terminal' | 'folder' | 'environment'> {
  const machines = declaredMachines(scenario.machines);
  const machine = [...machines.keys()][0]!;
  return { machines, machine, registries: defaultRegistries(scenario.registries), caches: new Map(), terminal: [], folder: '', environment: {} };
}

/** The machine that is sat at. */
export function currentMachine(state: Pick<State, 'machines' | 'machine'>): Machine {
  return state.machines.get(state.machine)!;
}

/** The state with a machine as it has become. */
export function withMachine(state: State, machine: Machine): State {
  return { ...state, machines: new Map(state.machines).set(machine.name, machine) };
}

/** A file as a scenario declares it. */
export function nodeOf(path: string, spec: ScenarioFile, mtime: number): Node {
  if (spec.target !== undefined) return symlink(spec.target, { mtime });
  const meta = { mtime, mode: spec.mode ?? 0o644 };
  return spec.text !== undefined ? file(spec.text, meta) : described(spec.size ?? 0, spec.seed ?? path, meta);
}

/** Whether a file can be shown and edited as text: real bytes, no NUL, at most 16 MiB. */
export function isText(node: FileNode): boolean {
  if (node.content.kind !== 'bytes') return false;
  const { bytes } = node.content;
  return bytes.length <= 16 * 1024 * 1024 && !bytes.subarray(0, 8192).includes(0);
}
