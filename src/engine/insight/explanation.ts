/** What the Why panel says about one step of one build: a value made by `explain`, drawn by the view. */
import type { Digest } from '../fs/node.ts';

/** A run of a sentence: plain words, or something of the machine's (a path, an instruction, a digest). */
export interface Phrase {
  readonly text: string;
  /** `changed` and `same` are machine words that carry the state's colour. */
  readonly kind: 'words' | 'code' | 'changed' | 'same';
}

export type Sentence = readonly Phrase[];

/** Which ingredient of which key decided. */
export type Cause =
  | 'file-content' | 'file-mode' | 'file-added' | 'file-removed' | 'file-type'
  | 'parent' | 'instruction' | 'argument' | 'environment' | 'base'
  | 'same-content' | 'same-key' | 'never-built' | 'no-cache' | 'not-needed' | 'failed' | 'stopped';

/** A file (of the context or of a stage) that a key saw change. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'content' | 'mode' | 'type';
  readonly before?: FileFacts;
  readonly after?: FileFacts;
}

export interface FileFacts {
  /** sha256 of the contents; of their description where they are modelled. */
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  readonly mode: number;
}

/** One link of the causal chain, first cause first. */
export interface ChainLink {
  readonly state: 'changed' | 'same' | 'failed' | 'none';
  readonly sentence: Sentence;
  /** At the right: `+8 B`, `6.8 s`. */
  readonly figure?: string;
  /** The digests of a file before and after, twelve digits each; one of them where it is new or gone. */
  readonly digests?: { readonly before?: string; readonly after?: string };
  readonly step?: string;
}

/** An ingredient of the key, before and after. */
export interface Ingredient {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
  readonly same: boolean;
}

export interface Explanation {
  readonly step: string;
  /** Number of the build explained, and whether it is a prediction. */
  readonly build: number;
  readonly predicted: boolean;
  /** `Build 3, step 2 of 2 in stage-1`. */
  readonly place: string;
  readonly cause: Cause;
  readonly simple: Sentence;
  readonly precise: Sentence;
  /** Other causes that are true too. */
  readonly also: readonly Sentence[];
  readonly chain: readonly ChainLink[];
  readonly files: readonly FileChange[];
  readonly ingredients: readonly Ingredient[];
  /** What would have kept it cached, with its number; absent where nothing would. */
  readonly lever?: Sentence;
  /** What in this step stands in for the real thing. */
  readonly modelled?: Sentence;
}
