import type { ScenarioFile } from '../../scenario.ts';

/** What is known about a project before it is made up. */
export interface Hints {
  /** All commands of its stages, what they start with, and the images that they start from. */
  readonly words: string;
  /** Paths and patterns below its root that are copied by name. */
  readonly named: readonly string[];
  /** Whether a path below its root is copied, by itself or with a folder. */
  readonly copied: (path: string) => boolean;
  /** What other stages read of its stages: relative to where it is built, absolute elsewhere. */
  readonly taken: readonly string[];
  /** The text of a file below its root that was given. */
  readonly given: (path: string) => string | undefined;
}

/** How the smallest project of a language looks that its tools accept. */
export interface Kit {
  /** Base images that speak for it, by reference. */
  readonly image: RegExp;
  /** Commands that speak for it, more than an image does. */
  readonly command: RegExp;
  /** Names of files that lie at the root of such a project, and in no other. */
  readonly manifest: RegExp;
  /** By path below its root; what nobody copies is left out later. */
  readonly files: (hints: Hints) => Readonly<Record<string, ScenarioFile>>;
  /** Of these files, those that are most worth editing, best first. */
  readonly edits: readonly RegExp[];
}

export const text = (...lines: readonly string[]): ScenarioFile => ({ text: `${lines.join('\n')}\n` });

/** What all of these expressions find: the first group of each match, once. */
export function found(words: string, ...expressions: readonly RegExp[]): readonly string[] {
  return [...new Set(expressions.flatMap((expression) => [...words.matchAll(expression)].map((match) => match[1] ?? '')))].filter((name) => name !== '');
}
