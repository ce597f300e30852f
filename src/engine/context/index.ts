/** The build context: which ignore file counts, what it lets through, what travels. Signatures first. */
import type { DirNode } from '../fs/node.ts';
import type { Diagnostic } from '../source/diagnostic.ts';

/** One pattern of an ignore file. */
export interface IgnorePattern {
  /** Cleaned, with its `!`. */
  readonly pattern: string;
  /** 1-based line. */
  readonly line: number;
}
export interface IgnoreFile {
  /** Context path of the file it was read from. */
  readonly file: string;
  readonly patterns: readonly IgnorePattern[];
  /** Absent where every pattern compiles. `message` is BuildKit's. */
  readonly error?: Diagnostic;
}
export declare function readIgnoreFile(text: string, file?: string): IgnoreFile;
/** `<Dockerfile>.dockerignore` beside it, else `.dockerignore` at the root; undefined where neither exists. */
export declare function findIgnoreFile(root: DirNode, dockerfile: string): IgnoreFile | undefined;

/** moby/patternmatcher over a list of patterns. */
export interface Matcher {
  /** True: the path is ignored (`MatchesOrParentMatches`). */
  matches(path: string): boolean;
  readonly patterns: readonly string[];
  readonly hasExceptions: boolean;
}
export declare function compilePatterns(patterns: readonly string[]): Matcher | { readonly error: string };

/** The tree that is left; shares all that is not touched, memoised. `followPaths` narrows it to what COPY and ADD read. */
export declare function filterContext(root: DirNode, ignore: IgnoreFile | undefined, options?: { readonly followPaths?: readonly string[] }): DirNode;

/** Bytes of `transferring context: …B`. `previous` is what the last transfer left at the builder. */
export declare function transferSize(context: DirNode, previous?: DirNode): number;

/** Why a path is or is not in the context. */
export interface IgnoreDecision {
  readonly path: string;
  readonly ignored: boolean;
  /** The deciding pattern; absent where none applies. */
  readonly by?: IgnorePattern;
  /** Bytes of the file; of a directory that is not entered, of all below it. */
  readonly bytes: number;
  readonly dir: boolean;
}
export interface IgnoreXray {
  /** In walk order; what is below a directory that is not entered is not listed. */
  readonly decisions: readonly IgnoreDecision[];
  /** For each pattern: how much it keeps out (or, with `!`, brings back). `matches` is 0 where it decides nothing. */
  readonly rules: readonly (IgnorePattern & { readonly files: number; readonly bytes: number; readonly matches: number })[];
  readonly sent: { readonly files: number; readonly bytes: number };
  readonly ignored: { readonly files: number; readonly bytes: number };
}
export declare function xray(root: DirNode, ignore: IgnoreFile): IgnoreXray;
