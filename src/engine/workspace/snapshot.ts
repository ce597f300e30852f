/** What the page is told after every action: a JSON value, small enough to send on each keystroke. */
import type { BuildOptions } from '../graph/plan.ts';
import type { Message } from '../source/message.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { BuildRecord, StepState } from '../solver/record.ts';
import type { BuilderSettings, Machine } from './machine.ts';
import type { Try } from './scenario.ts';
import type { VersionName } from './versions.ts';

/** An entry of the context's file tree, directories included, in path order. */
export interface FileEntry {
  readonly path: string;
  readonly type: 'file' | 'dir' | 'symlink';
  /** Bytes; of everything below for a directory. */
  readonly size: number;
  readonly mode: number;
  /** The rule that keeps it out of the build, where one does. */
  readonly ignored?: { readonly file: string; readonly line: number; readonly pattern: string };
  /** Against the last build (or the scenario's start, before the first). */
  readonly change: 'none' | 'edited' | 'added';
  /** Whether it can be shown as text and edited. */
  readonly text: boolean;
  /** Ids of the steps that a change of this file alone would run again: its blast radius. */
  readonly rebuilds: readonly string[];
}

/** A build in the history strip. */
export interface BuildSummary {
  readonly number: number;
  /** Name of the machine that it ran on. */
  readonly machine: string;
  readonly ok: boolean;
  readonly states: readonly StepState[];
  readonly cached: number;
  readonly rebuilt: number;
  /** Virtual milliseconds. */
  readonly duration: number;
  /** Context paths that were edited, added or removed since the build before. */
  readonly edited?: readonly string[];
  /** Number of an earlier build with the same image, where there is one. */
  readonly sameImageAs?: number;
  readonly configDigest?: string;
}

/** The scene as a page presents it. */
export interface SceneInfo {
  readonly slug: string;
  readonly title: string;
  readonly tries?: readonly Try[];
  /** What it teaches. */
  readonly point?: string;
  /** Its two Dockerfiles, a sentence about each, and which of them the files are now: neither where they were edited by hand. */
  readonly versions?: { readonly bad: string; readonly good: string; readonly now?: VersionName };
  /** The kinds of commit that its days are made of. */
  readonly edits?: readonly { readonly label: string; readonly weight: number }[];
}

/** A machine as a tab shows it. */
export interface MachineSummary {
  readonly name: string;
  readonly kind: Machine['kind'];
  readonly ephemeral: boolean;
  readonly umask: number;
  readonly builder: BuilderSettings;
  /** Images with a name. */
  readonly images: number;
  /** Bytes of its build cache. */
  readonly cacheBytes: number;
  /** Hosts of registries where somebody is logged in. */
  readonly logins: readonly string[];
}

export interface Snapshot {
  /** `title` is the name of the folder or archive that was opened over the scenario, where one was. */
  readonly scenario: SceneInfo;
  /** Number of actions on the way here: grows by one with each, so that an old snapshot can be told from a new one. */
  readonly revision: number;
  readonly files: readonly FileEntry[];
  /** Paths that were there at the last build and are gone. */
  readonly removed: readonly string[];
  /** Bytes of the files that `.dockerignore` lets through. */
  readonly sentBytes: number;
  readonly dockerfile: string;
  /** What the next build is asked for. */
  readonly options: BuildOptions;
  /** The next build as a dry run; absent while the Dockerfile cannot be read. */
  readonly prediction?: BuildRecord;
  /** Of the Dockerfile and the ignore file. */
  readonly diagnostics: readonly Diagnostic[];
  readonly builds: readonly BuildSummary[];
  /** In the order of their tabs. */
  readonly machines: readonly MachineSummary[];
  /** Name of the one that is sat at. */
  readonly machine: string;
  /** Virtual milliseconds since 1970. */
  readonly now: number;
  /** How many lines were typed, and the folder of the context that the prompt stands in. */
  readonly terminal: { readonly entries: number; readonly folder: string };
  /** What undo takes back, and what redo does again; absent where there is nothing. */
  readonly undoes?: Message;
  readonly redoes?: Message;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
