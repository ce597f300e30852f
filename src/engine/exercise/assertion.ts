/** What can be asserted of a build, of its image and of the world around it: the vocabulary of checks. */
import type { Message } from '../source/message.ts';
import type { Built } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Names steps by words of theirs: `go mod download`; with the stage before a colon, `build: go mod download` (`final` is the stage
 * that is shipped); with alternatives, `npm ci | npm install`. All steps that have one of the words are meant.
 */
export type StepWords = string;

/** Bytes, or with a unit as people write it: `20 MB`, `500 kB`. */
export type Size = number | string;

/** All that are there must hold. One file each in `assertions/`. */
export interface Assertions {
  /** The build succeeds (true) or fails (false). */
  readonly builds?: boolean;
  /** All of these steps stay cached; at least one step must be meant. */
  readonly cached?: StepWords;
  /** One of these steps at least runs again. */
  readonly reruns?: StepWords;
  /** No step runs. */
  readonly quiet?: true;
  /** The build fails in one of these steps. */
  readonly fails?: StepWords;
  /** The sum of the virtual time of the builds is below this, in seconds. */
  readonly 'seconds-below'?: number;
  /** Unpacked bytes of the image's layers, those of the base with them. */
  readonly 'size-below'?: Size;
  /** Unpacked bytes of the layers that the Dockerfile made on top of the base of the last stage. */
  readonly 'added-below'?: Size;
  /** Paths that are in the final files; globs may match any. */
  readonly has?: readonly string[];
  /** Globs that match nothing in the final files. */
  readonly lacks?: readonly string[];
  /** By path: permission bits of a file of the image, as octal text (`600`). */
  readonly mode?: Readonly<Record<string, string>>;
  /** By path: `1000:1000`. */
  readonly owner?: Readonly<Record<string, string>>;
  /** By path: a text that the file of the image contains. */
  readonly contains?: Readonly<Record<string, string>>;
  /** Globs: no layer holds bytes of such a file that the final files do not have. */
  readonly 'no-ghost'?: readonly string[];
  /** None of these texts stands in a file of a layer, also where a later layer hides the file. */
  readonly 'layers-lack'?: readonly string[];
  /** At most this many layers on top of the base. */
  readonly 'layers-at-most'?: number;
  /** The final files are those of the start, apart from what these globs match; a Dockerfile or an ignore file among them never counts. */
  readonly 'same-files'?: true | readonly string[];
  /** What the config says: `entrypoint`, `cmd`, `user`, `workdir` as JSON or text, `env.NAME`, `label.NAME`; a null: it has none. */
  readonly config?: Readonly<Record<string, string | null>>;
  /** None of these texts stands in the image's history. */
  readonly 'history-lacks'?: readonly string[];
  /** None of these texts stands in the image's environment. */
  readonly 'env-lacks'?: readonly string[];
  /** Bytes of the files that the builder may read. */
  readonly 'context-below'?: Size;
  readonly 'context-has'?: readonly string[];
  readonly 'context-lacks'?: readonly string[];
  /** Build checks that report nothing: `SecretsUsedInArgOrEnv`. */
  readonly lint?: readonly string[];
  /** A registry has a tag that leads to an image. */
  readonly registry?: RegistryAssertion | readonly RegistryAssertion[];
  /** Bytes that the last command sent to registries, or received from them. */
  readonly 'sent-below'?: Size;
  readonly 'received-below'?: Size;
  /** A regular expression that a line of the terminal matched whose command succeeded. */
  readonly ran?: string;
  /** Bytes that all images of the machine take on its disk, those without a name too: as `docker system df` says. */
  readonly 'images-below'?: Size;
  /** The same, but only lines count that were typed since the last build. */
  readonly 'ran-since-build'?: string;
  /** Bytes that the named images of the machine take together, each layer counted once. */
  readonly disk?: { readonly images: readonly string[]; readonly below: Size };
  /** The image is for exactly these platforms. */
  readonly platforms?: readonly string[];
  /** Paths that are another file in the image of each platform: programs, most of all. */
  readonly differs?: readonly string[];
  /** No step ran under emulation. */
  readonly native?: true;
  /** How many times these steps ran in the build: the same step for two platforms counts twice unless it was shared. */
  readonly 'runs-at-most'?: { readonly step: StepWords; readonly times: number };
  /** These do not all hold: what quizzes and probes claim of an image that is too large, of a ghost that is there. */
  readonly not?: Omit<Assertions, 'not'>;
}

export interface RegistryAssertion {
  /** `ghcr.io/me/app`. */
  readonly repository: string;
  /** The tag, or `semver`: any full version, `1.4.2` or `v1.4.2`. */
  readonly tag: string;
  /** Where it leads: to the image of the last good build (where absent); to where another tag leads (`tag:1.4.0`), or a name of another repository (`name:ghcr.io/me/app:1.4.0`); to where it led at the start (`start`, or `start:stable` for where that tag led); nowhere (`none`). */
  readonly is?: string;
}

/** What an assertion is judged over. */
export interface Subject {
  readonly workspace: Workspace;
  /** The build that it is about: the last one. Absent where none was made. */
  readonly built: Built | undefined;
  /** Every build that was made for this check, in order. */
  readonly builds: readonly Built[];
  /** The workspace as the exercise starts. */
  readonly start: Workspace;
}

export interface Finding {
  readonly holds: boolean;
  /** Why not, in a sentence; for a check that asks about steps, `step` is the one to look at. */
  readonly because?: Message;
  readonly step?: string;
}

/** How one assertion is judged. */
export interface Assertion<K extends keyof Assertions> {
  readonly key: K;
  /** `build`: it is about the steps of a build made after the edits. `image`: about what a build made. `world`: no build is needed for it. */
  readonly about: 'build' | 'image' | 'world';
  readonly judge: (subject: Subject, value: NonNullable<Assertions[K]>) => Finding;
}
