/** Builds as another machine can do them again: what is laid out before each, how it is called, and what is expected of its steps. */
import type { Message } from '#engine/source/message.ts';
import type { Fidelity } from '#engine/run/request.ts';

/** What is done to the folder of the context before a build, in this order. Paths are those of the context. */
export type Change =
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'folder'; readonly path: string; readonly mode: number }
  /** Bytes as they are. */
  | { readonly op: 'file'; readonly path: string; readonly mode: number; readonly bytes: Uint8Array }
  /** Bytes that nobody reads: as many as `size` of them, the same for the same `seed`. */
  | { readonly op: 'filler'; readonly path: string; readonly mode: number; readonly size: number; readonly seed: string }
  | { readonly op: 'link'; readonly path: string; readonly target: string }
  | { readonly op: 'mode'; readonly path: string; readonly mode: number };

/** What BuildKit's plain output says of a step: `DONE`, `CACHED`, `ERROR`, or nothing, because it is not needed or was stopped. */
export type Outcome = 'run' | 'cached' | 'failed' | 'absent';

export interface ExpectedStep {
  /** As the output names it, without digests of base images: `[build 2/6] COPY go.mod ./`. */
  readonly name: string;
  readonly outcome: Outcome;
  /** `exact` where the builder's own rules decide it; otherwise it hangs on files that a modelled command wrote. */
  readonly rests: Fidelity;
  /** `base` pulls an image: whether it has to be pulled is the machine's matter. `command` runs one that was modelled: the real one may fail. */
  readonly kind: 'base' | 'command' | 'step';
}

export interface ProofBuild {
  readonly number: number;
  readonly changes: readonly Change[];
  /** After `docker buildx build`, without the context. */
  readonly args: readonly string[];
  /** The builder's cache is emptied before. */
  readonly fresh: boolean;
  readonly ok: boolean;
  readonly steps: readonly ExpectedStep[];
  /** Why nothing is said about it: it is not run, or what it comes to is not compared. */
  readonly unproved?: { readonly run: boolean; readonly because: Message };
  /** What is different from what was done here. */
  readonly notes: readonly Message[];
}

export interface Proof {
  /** Of the scene. */
  readonly title: string;
  readonly machine: string;
  readonly dockerfile: string;
  readonly builds: readonly ProofBuild[];
  /** Values of the scene's secrets, which are invented, by id. */
  readonly secrets: Readonly<Record<string, string>>;
}
