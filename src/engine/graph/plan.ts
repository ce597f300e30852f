/** The answer of the graph phase: operations for the solver, and stages and steps as a reader of the Dockerfile counts them. */
import type { ImageConfig } from '../image/config.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { LineRange } from '../source/range.ts';
import type { Graph } from './op.ts';

/** What the client asks for, in the words of `docker build`. */
export interface BuildOptions {
  readonly target?: string;
  /** `linux/amd64`; several make an index. Empty: the build platform. */
  readonly platforms?: readonly string[];
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** `true`: --no-cache; a list: --no-cache-filter with these stage names. */
  readonly noCache?: boolean | readonly string[];
  readonly pull?: boolean;
  /** Names for the image, as typed after `-t`. */
  readonly tags?: readonly string[];
  /** Path of the Dockerfile in the context; `Dockerfile` where absent. */
  readonly file?: string;
  /** `--build-context name=value`. */
  readonly contexts?: Readonly<Record<string, string>>;
  /** Seconds since 1970, as text. */
  readonly sourceDateEpoch?: string;
  /** Every other frontend option under BuildKit's own name (`add-hosts`, `shm-size`, `ulimit`, `force-network-mode`…). */
  readonly attrs?: Readonly<Record<string, string>>;
}

/** A stage as a lane: needed or not, in file order. */
export interface StagePlan {
  readonly index: number;
  /** `build`, or `stage-1` where the Dockerfile gives none. */
  readonly name: string;
  /** The base as written after expansion. */
  readonly base: string;
  /** Index of the stage it starts from, where it starts from one. */
  readonly baseStage?: number;
  readonly needed: boolean;
  readonly target: boolean;
  /** From the FROM line to its last instruction. */
  readonly lines: LineRange;
  /** Ids of its steps in file order. */
  readonly steps: readonly string[];
  /** Instructions that change only the image's config. */
  readonly configOnly: readonly { readonly keyword: string; readonly lines: LineRange }[];
}

/** A line of the Dockerfile that makes a vertex. */
export interface StepPlan {
  /** `<stage index>.<number in the stage>`, counted over all its steps: stable while the Dockerfile is. */
  readonly id: string;
  readonly stage: number;
  /** Position and total as the vertex name prints them. */
  readonly index: number;
  readonly total: number;
  /** Upper-case instruction word. */
  readonly keyword: string;
  /** The name without its bracket: `COPY . .`. FROM has its image as it was written. */
  readonly text: string;
  readonly lines: LineRange;
  readonly reads: readonly StepRead[];
}

/** What a step reads, beside its parent: the lines of the drawing. */
export type StepRead =
  | { readonly kind: 'parent'; readonly step: string }
  /** FROM of an earlier stage: the step that stage ends with. */
  | { readonly kind: 'stage'; readonly step: string }
  | { readonly kind: 'image'; readonly ref: string }
  /** `paths` as written, resolved against the context's root (`/` is all of it). */
  | { readonly kind: 'context'; readonly paths: readonly string[]; readonly mount: boolean }
  | { readonly kind: 'copy'; readonly step?: string; readonly image?: string; readonly paths: readonly string[] }
  | { readonly kind: 'bind'; readonly step?: string; readonly image?: string; readonly path: string; readonly target: string }
  | { readonly kind: 'cache'; readonly id: string; readonly target: string; readonly sharing: string }
  | { readonly kind: 'secret' | 'ssh'; readonly id: string }
  | { readonly kind: 'tmpfs'; readonly target: string }
  | { readonly kind: 'remote'; readonly url: string };

/** A base image that the build asks a registry for, with the name of the progress line. */
export interface ResolvedRef {
  readonly ref: string;
  readonly platform: string;
  readonly name: string;
}

/** What one platform's build comes to. */
export interface PlatformPlan {
  readonly platform: string;
  readonly graph: Graph;
  /** The image config before layers are filled in: `history` has an entry for each instruction, `rootfs` is the base's. */
  readonly config: ImageConfig;
}

export interface BuildPlan {
  /** More than one only for a multi-platform build. */
  readonly platforms: readonly PlatformPlan[];
  /** The result is an index: several platforms, or one where an index was asked for. */
  readonly multiPlatform?: boolean;
  readonly stages: readonly StagePlan[];
  readonly steps: readonly StepPlan[];
  readonly resolved: readonly ResolvedRef[];
  /** BuildKit's build checks that a plain build prints. */
  readonly warnings: readonly Diagnostic[];
}

export type PlanResult = { readonly ok: true; readonly plan: BuildPlan } | { readonly ok: false; readonly error: Diagnostic; readonly warnings: readonly Diagnostic[] };
