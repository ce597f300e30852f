/**
 * What an embed is told and what it tells: the same words for the element `<layer-scope>`, for the frame `/embed/`, and for the plug-ins
 * that write either. Only words: nothing here costs a host page more than the names.
 */
import type { StepState } from '#engine/solver/record.ts';

/** How it is presented: attributes of the element, the query of the frame, the page and a named scene. Content never stands here. */
export interface Presentation {
  /** Which half is shown: the graph, the Dockerfile, or both side by side where there is room. */
  readonly view: 'both' | 'graph' | 'editor';
  /** A step to begin with: its id, or its number in the file counted from 1. */
  readonly step?: string;
  /** A file of the context that stands in the editor beside the Dockerfile. */
  readonly file?: string;
  /** `auto` is as the page around it: its text says whether it is dark. */
  readonly theme: 'auto' | 'light' | 'dark';
  /** A language of the catalogue; that of the page around it where absent. */
  readonly lang?: string;
  /** Nothing can be typed: files can still be edited with the buttons, and built. */
  readonly readonly: boolean;
  /** `full`: everything. `lite`: the graph, the outcome and the link, no editor and no buttons for edits. */
  readonly ui: 'full' | 'lite';
  /** When the engine arrives: with the page, near the window, or at the first touch. */
  readonly load: 'eager' | 'lazy' | 'click';
  /** `off`: a build is there at once, nothing moves. */
  readonly motion: 'auto' | 'off';
  /** Height in pixels; as high as its content where absent. */
  readonly height?: number;
  /** States of the steps that the page around it promises, in the order of the file: `hit,hit,miss`. An embed that disagrees says so, and sends `expect`. */
  readonly expect?: readonly Expected[];
  /** A file to edit before it begins, so that a first look shows a wave. */
  readonly edit?: string;
  /**
   * It begins as a question: what the next build does is hidden until the reader has marked the steps and reveals it. Without a graph
   * (`view=editor`) or without buttons (`ui=lite`) there is nothing to answer with, and nothing is asked.
   */
  readonly predict?: boolean;
}

/** `skip`: not needed. */
export type Expected = 'hit' | 'miss' | 'skip' | 'fail';

/** What it shows: exactly one of these. */
export type Source =
  /** A named scene. */
  | { readonly kind: 'scene'; readonly scene: string }
  /** The scene of a lesson. */
  | { readonly kind: 'lesson'; readonly lesson: string }
  /** What stands in a link behind `#`. */
  | { readonly kind: 'link'; readonly link: string }
  /** A Dockerfile and files of its context, as texts; what its COPY lines name and nobody gave is made up. `scene`: whose files they are laid over. */
  | { readonly kind: 'files'; readonly files: readonly SourceFile[]; readonly scene?: string };

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A step as an embed tells it. */
export interface ToldStep {
  readonly id: string;
  /** Name of its stage. */
  readonly stage: string;
  /** The instruction, as the graph writes it. */
  readonly text: string;
  /** `veiled`: not told before the reader has said what it will be (`predict`). */
  readonly state: StepState | 'veiled';
  /** First line in the Dockerfile, from 1. */
  readonly line?: number;
}

/** A build as an embed tells it. */
export interface ToldBuild {
  /** From 1; absent for what the next build would do. */
  readonly build?: number;
  readonly predicted: boolean;
  /** The reader is asked what it will do (`predict`): until that is revealed its steps are `veiled`, nothing is counted, `says` is the question. */
  readonly veiled?: true;
  readonly failed: boolean;
  readonly cached: number;
  readonly rebuilt: number;
  /** Virtual milliseconds. */
  readonly duration: number;
  readonly steps: readonly ToldStep[];
  /** The same in a sentence, in the embed's language. */
  readonly says: string;
}

/** A step that the reader was asked for, and what became of it. */
export interface MarkedStep {
  readonly id: string;
  /** `hit`: said to stay cached, `miss`: to rebuild; absent where nothing was said. */
  readonly marked?: 'hit' | 'miss';
  readonly state: StepState;
}

/** xAPI-shaped: what a reader has done, for a page that keeps such records. */
export interface Statement {
  readonly verb: 'interacted' | 'completed' | 'answered';
  /** What it was about: the scene, or a step in it. */
  readonly object: string;
  readonly result?: { readonly score?: number; readonly success?: boolean };
}

/** What an embed tells, by the name of the event: `ls:` and this name, on the element and in messages of the frame. */
export interface Events {
  /** The engine answers. */
  readonly ready: ToldBuild;
  /** A file is not as it was. */
  readonly change: { readonly path: string; readonly prediction: ToldBuild };
  readonly build: ToldBuild;
  /** A step is looked at. */
  readonly step: ToldStep;
  /** Why a step came out as it did, in a sentence. */
  readonly explain: { readonly step: string; readonly says: string };
  /** What the reader said of the steps was set against the build. `of`: all that came to an end, marked or not. Not told where nothing was marked. */
  readonly predict: { readonly right: number; readonly of: number; readonly steps: readonly MarkedStep[] };
  /** The link to what is shown. */
  readonly share: { readonly url: string };
  /** Its height has changed, pixels. */
  readonly resize: { readonly height: number };
  /** The promise of `expect` does not hold, or does again. */
  readonly expect: { readonly holds: boolean; readonly expected: readonly Expected[]; readonly got: readonly Expected[] };
  /** It cannot be shown, or something that it was asked for cannot be done: a sentence for people. */
  readonly error: { readonly says: string };
  readonly statement: Statement;
}

/** What it can be asked for. All of them answer with a promise; what cannot be done is rejected with an Error that has a sentence. */
export interface Methods {
  /** Shows something else. */
  load(source: Source): Promise<ToldBuild>;
  getState(): Promise<{ readonly source: string; readonly shown: ToldBuild; readonly builds: readonly ToldBuild[]; readonly files: readonly string[] }>;
  /** Gives a file a text, or without one edits it as a person would who only wants to see what that costs. */
  editFile(path: string, text?: string): Promise<ToldBuild>;
  build(): Promise<ToldBuild>;
  /** Looks at a step: its id, or its number in the file from 1. */
  step(step: string | number): Promise<ToldStep>;
  explain(step?: string): Promise<string>;
  getShareUrl(): Promise<string>;
  /** The graph as a picture that stands for itself. */
  exportSvg(theme?: 'auto' | 'light' | 'dark'): Promise<string>;
  /** Ends it and gives back the page's own content. */
  destroy(): Promise<void>;
}

export type EventName = keyof Events;
export type MethodName = keyof Methods;

/**
 * Messages of the frame, after the handshake: the page posts `{ ls: 1, type: 'connect', id }` to the frame and transfers a MessagePort; the
 * frame answers on it with a `reply` of the same `id`, whose value is the frame's own id: another one means that it was loaded again.
 * From there: `call` and `reply` with the same `id`, `present` for another theme, language or half, and `ls:<event>` with the frame's
 * id. Without a port the frame posts nothing but `ls:resize` to its parent, which tells no more than a height.
 */
export type Message =
  | { readonly ls: 1; readonly type: 'connect'; readonly id: string }
  | { readonly ls: 1; readonly type: 'call'; readonly id: string; readonly detail: { readonly method: MethodName; readonly args: readonly unknown[] } }
  | { readonly ls: 1; readonly type: 'present'; readonly id: string; readonly detail: Partial<Presentation> }
  | { readonly ls: 1; readonly type: 'reply'; readonly id: string; readonly detail: { readonly value: unknown } | { readonly error: string } }
  | { readonly ls: 1; readonly type: `ls:${EventName}`; readonly id: string; readonly detail: Events[EventName] };
