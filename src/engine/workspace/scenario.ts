/** A scenario: where a workspace starts. Plain data, one folder each under `src/scenarios`. */
import type { BuildOptions } from '../graph/plan.ts';
import type { RegistryDeclaration } from '../registry/declaration.ts';
import type { TagMove } from '../registry/index.ts';
import type { DeclaredModel } from '../run/request.ts';
import type { Action } from './action.ts';
import type { MachineDeclaration } from './machines.ts';

/** A file of the context at the start. Exactly one of `text`, `size` and `target` is there. */
export interface ScenarioFile {
  readonly text?: string;
  /** Bytes that nobody needs to read: generated from `seed` (the path where absent) when somebody does. */
  readonly size?: number;
  readonly seed?: string;
  /** A symbolic link's text. */
  readonly target?: string;
  /** Permission bits; 0644 where absent. */
  readonly mode?: number;
}

/** Something to try in a scene, offered where nothing is selected yet. */
export interface Try {
  /** What the button says: `Edit main.go`. */
  readonly label: string;
  readonly action: Action;
  /** What the build after it shows, in a sentence or two. The one that has it is drawn where no script runs. */
  readonly shown?: string;
}

/** One of the two Dockerfiles of a gallery scene: files laid over the scenario's own. */
export interface Version {
  /** One sentence: what it does wrong, or what it does about it. */
  readonly about: string;
  /** By context path; null where this version does not have the file. */
  readonly files: Readonly<Record<string, ScenarioFile | null>>;
  /** Instead of the scenario's, where it is built in another way. */
  readonly options?: BuildOptions;
}

/** A kind of commit that this project sees. */
export interface SeriesEdit {
  /** `a source file`, `the lock file`: what was edited, as the reader says it. */
  readonly label: string;
  /** How many of 100 commits are of this kind. */
  readonly weight: number;
  /** The same in every version of the scene. Applied again it must change something again: see `{n}`, the number of the commit, in texts. */
  readonly actions: readonly Action[];
}

export interface Scenario {
  /** Stable name in links and in storage. */
  readonly slug: string;
  readonly title: string;
  /** One sentence: what can be seen here. */
  readonly about: string;
  /** By context path, without a leading slash. */
  readonly files: Readonly<Record<string, ScenarioFile>>;
  /** Context path of the Dockerfile. */
  readonly dockerfile: string;
  readonly options: BuildOptions;
  /** Virtual milliseconds since 1970 when the scene begins. */
  readonly begins: number;
  /** What has happened when the scene begins: a first build, usually. It cannot be undone, only started over from. */
  readonly prologue?: readonly Action[];
  readonly tries?: readonly Try[];
  readonly models?: readonly DeclaredModel[];
  /** Where it stands in the gallery: `JavaScript`, `Python`, `Go`… */
  readonly group?: string;
  /** What it teaches, in one or two sentences. */
  readonly point?: string;
  /** The badly and the well ordered Dockerfile over the same context. The scene's own files are those that both share. */
  readonly versions?: { readonly bad: Version; readonly good: Version };
  /** What changes in this project's days; the weights add up to 100. */
  readonly edits?: readonly SeriesEdit[];
  /** Days on which tags of base images begin to lead elsewhere. */
  readonly moves?: readonly TagMove[];
  /** Who builds; the first is the one that is sat at. A laptop and a CI runner where absent. */
  readonly machines?: readonly MachineDeclaration[];
  /** Registries with accounts, repositories and rules of this scene. */
  readonly registries?: readonly RegistryDeclaration[];
  /** Secrets that builds may mount, by id (`--secret id=token`): invented ones. */
  readonly secrets?: Readonly<Record<string, string>>;
}
