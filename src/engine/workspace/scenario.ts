/** A scenario: where a workspace starts. Plain data, one folder each under `src/scenarios`. */
import type { BuildOptions } from '../graph/plan.ts';
import type { TagMove } from '../registry/index.ts';
import type { DeclaredModel } from '../run/request.ts';
import type { Action } from './action.ts';

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
  /** Days on which tags of base images begin to lead elsewhere. */
  readonly moves?: readonly TagMove[];
}
