/** What may happen in the world before a check is judged: plain data, done to a copy of the workspace. */
import type { BuildOptions } from '../graph/plan.ts';

/** One thing that happens; exactly one of its members is there. */
export interface WorldEdit {
  /** A line more in this text file, one that its readers see: a declaration in code, a comment in a Dockerfile, a blank line elsewhere. */
  readonly edit?: string;
  /** A text replaced in a file; every other text stays. */
  readonly replace?: { readonly path: string; readonly from: string; readonly to: string };
  /** A file written anew. */
  readonly write?: { readonly path: string; readonly text: string };
  /** A file that was not there. */
  readonly add?: string;
  readonly remove?: string;
  readonly rename?: { readonly path: string; readonly to: string };
  /** Another modification time and nothing else; `*` means every file. */
  readonly touch?: string;
  readonly chmod?: { readonly path: string; readonly mode: number };
  /** Build arguments with these values, beside those that the last build was given. */
  readonly args?: Readonly<Record<string, string>>;
  /** Other options for the builds to come (`noCache`, `pull`, `platforms`, `target`…), beside those of the last build. */
  readonly options?: BuildOptions;
  /** Another value of a secret that the scene has. */
  readonly secret?: { readonly id: string; readonly value: string };
  /** Days that go by. */
  readonly days?: number;
  /** A base image's tag leads to an image that was built anew: to the same files under other digests, from tomorrow on. A day goes by. */
  readonly upstream?: string;
  /** The same, but only a label is another: the layers are the same. */
  readonly relabelled?: string;
  /** Sits down at another machine: `ci` begins with an empty cache. */
  readonly machine?: string;
  /** Forgets every cached result. */
  readonly prune?: true;
  /** A line typed into the terminal. */
  readonly command?: string;
  /** A build as the last one was asked for. */
  readonly build?: true;
}

/** Whether the edit is a build itself, or a line that may be one: a script counts, as the one that a CI system runs. */
export const isBuild = (edit: WorldEdit): boolean => edit.build === true || (edit.command !== undefined && /\bdocker\s+(?:build|buildx\s+build|image\s+build)\b|\bsh\s+\S+\.sh\b/.test(edit.command));
