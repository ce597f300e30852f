/** What the Why panel says about one step of one build: a value made by `explain`, put into words by who draws it. */
import type { Digest } from '../fs/node.ts';
import type { Figure, Message } from '../source/message.ts';

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
  readonly sentence: Message;
  /** At the right: `+8 B`, `6.8 s`. */
  readonly figure?: Figure;
  /** The digests of a file before and after, twelve digits each; one of them where it is new or gone. */
  readonly digests?: { readonly before?: string; readonly after?: string };
  readonly step?: string;
}

/** An ingredient of the key, before and after: values as they are in the key, twelve digits of digests. */
export interface Ingredient {
  readonly label: Message;
  readonly before?: string;
  readonly after?: string | Message;
  readonly same: boolean;
}

export interface Explanation {
  readonly step: string;
  /** Number of the build explained, and whether it is a prediction. */
  readonly build: number;
  readonly predicted: boolean;
  /** `Build 3, step 2 of 2 in stage-1`. */
  readonly place: Message;
  readonly cause: Cause;
  readonly simple: Message;
  readonly precise: Message;
  /** Other causes that are true too. */
  readonly also: readonly Message[];
  readonly chain: readonly ChainLink[];
  readonly files: readonly FileChange[];
  readonly ingredients: readonly Ingredient[];
  /** What would have kept it cached, with its number; absent where nothing would. */
  readonly lever?: Message;
  /** What in this step stands in for the real thing. */
  readonly modelled?: Message;
  /** Where a model's numbers come from: a note of the model's own, in English. */
  readonly basis?: string;
}
