/** What the page and the engine's worker say to each other. Every request has one reply with its number. */
import type { Exercise } from '#engine/exercise/exercise.ts';
import type { Judgement } from '#engine/exercise/judgement.ts';
import type { WorldEdit } from '#engine/exercise/world-edit.ts';
import type { Completion } from '#engine/docker/index.ts';
import type { BuildOptions } from '#engine/graph/plan.ts';
import type { Archived } from '#engine/image/archive/index.ts';
import type { Advice } from '#engine/insight/advice/index.ts';
import type { Ablation } from '#engine/insight/ablation.ts';
import type { Provenance } from '#engine/insight/provenance.ts';
import type { LineRange } from '#engine/source/range.ts';
import type { FileDifference } from '#engine/insight/image/file-difference.ts';
import type { ImageComparison } from '#engine/insight/image/compare-images.ts';
import type { ImageReport } from '#engine/insight/image/image-report.ts';
import type { FileContents, LayerFile } from '#engine/insight/image/layer-files.ts';
import type { BuildComparison } from '#engine/insight/compare-builds.ts';
import type { Explanation } from '#engine/insight/explanation.ts';
import type { RadiusMatrix } from '#engine/insight/radius-matrix.ts';
import type { Marks, Verdict } from '#engine/insight/misconceptions/index.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Message } from '#engine/source/message.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { Duel, DuelSetup, DuelStarts } from '#engine/workspace/duel/index.ts';
import type { TerminalEntry } from '#engine/workspace/execute.ts';
import type { BuildPlace, History } from '#engine/workspace/history.ts';
import type { ImageChoice } from '#engine/workspace/image-choices.ts';
import type { IgnoreReport, WithoutRule } from '#engine/workspace/ignore-report.ts';
import type { ImageListing } from '#engine/workspace/images.ts';
import type { Log, NodeId } from '#engine/workspace/log.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import type { RegistryScene } from '#engine/workspace/registry-scene.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';
import type { Beat } from '#engine/workspace/talk.ts';
import type { Proof } from '#lib/prove/proof.ts';
import type { OpenedArchive, Place } from './image-desk.ts';
import type { PictureRequest } from './picture-desk.ts';

/** A build by its number, or the dry run of the next one. */
export type BuildRef = number | 'next';

export interface Requests {
  /** Replays a log; must come first. `scenario`: where it starts, in place of the scene that the log names. */
  open: { readonly log: Log; readonly scenario?: Scenario };
  dispatch: { readonly action: Action };
  undo: object;
  redo: object;
  /** Goes to any node of the log; everything is as it was there. */
  rewind: { readonly node: NodeId };
  /** Every action on every branch, with the builds that it made. */
  history: object;
  /** From one build of the history to another, on whatever branches. */
  compareBuilds: { readonly from: BuildPlace; readonly to: BuildPlace };
  /** A build of the history. */
  record: { readonly build: number };
  explain: { readonly build: BuildRef; readonly step: string };
  /** The text of a context file, as it is or as the last build had it. */
  read: { readonly path: string; readonly at: 'now' | 'built' };
  /** What a change of each file would do to each step: slower than the rest, so asked for apart. */
  radius: object;
  /** What the ignore file does to each place of the context. */
  xray: object;
  /** What the next build would be without the ignore rule on a line. */
  withoutRule: { readonly line: number };
  /** What was typed and printed, from this entry on. */
  terminal: { readonly from: number };
  /** What Tab offers at a place of a line. */
  complete: { readonly line: string; readonly cursor: number };
  /** The images of a machine, as `docker images` lists them. */
  images: { readonly machine: string };
  /** What lies where, for the registry view; `repository` where one was chosen. */
  registry: { readonly repository?: string };
  /** The log as a walk of stops. */
  talk: object;
  /** The builds of the machine that is sat at, for a real builder to do again. */
  prove: object;
  /** What could be better in the Dockerfile: takes dry runs too. */
  advice: object;
  /** What the sides of a duel can begin with. */
  duelStarts: object;
  /** Two Dockerfiles over the project as it is now; nothing of it is kept. */
  duel: { readonly setup: DuelSetup };
  /** The images that can be taken apart: of builds, of machines, of opened archives. */
  choices: object;
  /** An image by the id of its choice, taken apart. */
  image: { readonly image: string };
  /** What a layer has in a folder, or with `all` what the file system has there as of the layer; `` is the root. */
  layerFolder: { readonly image: string; readonly layer: number; readonly folder: string; readonly all?: boolean };
  layerFile: { readonly image: string; readonly layer: number; readonly path: string };
  /** From one image to another. */
  compare: { readonly from: Place; readonly to: Place };
  /** One file on both sides. */
  difference: { readonly from: Place; readonly to: Place; readonly path: string };
  /** Where a file of a layer came from: takes a dry run, the first time. */
  origin: { readonly image: string; readonly layer: number; readonly path: string };
  /** What would be missing without some lines of a build's Dockerfile: takes a dry run, the first time two. */
  without: { readonly build: BuildRef; readonly lines: LineRange };
  /** The image as an archive. */
  saveImage: { readonly image: string };
  /** A view as SVG text that stands alone. */
  picture: PictureRequest;
  /** What a build says to what was predicted of it. */
  verdicts: { readonly build: number; readonly marks: Marks };
  /** What the checks of an exercise say of the workspace as its last good build left it. */
  judge: { readonly exercise: Exercise };
  /** What an edit of a lesson is as actions of the workspace as it is now; nothing where it takes more than that. `other`: what a build is asked for in another way than the last. */
  worldActions: { readonly edit: WorldEdit; readonly other?: BuildOptions };
  /** Makes such an edit of what stands around the project: it is in no log, and gone with the worker. */
  around: { readonly edit: WorldEdit };
  /** The scenes that misconceptions are demonstrated in, by their ids. */
  demoScenes: object;
  /** Keeps the images of an archive in the worker: they are in no log, and gone with it. */
  openArchive: { readonly file: File };
}

export interface Opened {
  readonly snapshot: Snapshot;
  /** Why actions of the log could not be done again. */
  readonly refused: readonly Message[];
}

/** A snapshot, or why the action cannot be done. */
export type Changed = { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly message: Message };

export interface Replies {
  open: Opened;
  dispatch: Changed;
  undo: Changed;
  redo: Changed;
  rewind: Changed;
  history: History;
  compareBuilds: BuildComparison | undefined;
  record: BuildRecord | undefined;
  explain: Explanation | undefined;
  read: string | undefined;
  radius: RadiusMatrix;
  xray: IgnoreReport | undefined;
  withoutRule: WithoutRule | undefined;
  terminal: readonly TerminalEntry[];
  complete: Completion;
  images: readonly ImageListing[];
  registry: RegistryScene | undefined;
  talk: readonly Beat[];
  prove: Proof;
  advice: readonly Advice[];
  duelStarts: DuelStarts;
  duel: Duel;
  choices: readonly ImageChoice[];
  image: ImageReport | undefined;
  layerFolder: readonly LayerFile[];
  layerFile: FileContents | undefined;
  compare: ImageComparison | undefined;
  difference: FileDifference | undefined;
  origin: Provenance | undefined;
  without: Ablation | undefined;
  saveImage: Archived;
  picture: string | undefined;
  verdicts: readonly Verdict[];
  judge: Judgement;
  worldActions: readonly Action[] | undefined;
  around: Changed;
  demoScenes: Readonly<Record<string, string>>;
  openArchive: OpenedArchive;
}

export type Kind = keyof Requests;

/** Requests that change the log, and those that only ask. */
export type Change = 'dispatch' | 'undo' | 'redo' | 'rewind';
export type Question = Exclude<Kind, Change | 'open'>;

export interface Request<K extends Kind = Kind> {
  readonly id: number;
  readonly kind: K;
  readonly body: Requests[K];
}

/** `unreachable`: a part of the engine could not be loaded; asked again later, the request may well be answered. */
export type Reply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: string; readonly unreachable?: true };

/** Name of the lock that a worker holds as long as it lives, so that the page learns of its death at once. */
export const lockName = (worker: string): string => `layerscope-engine-${worker}`;
