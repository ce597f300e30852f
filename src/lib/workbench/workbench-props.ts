/** What the workbench draws, and what it says was asked for: no state of the build lives in it. */
import type { Notice } from '#lib/state/workbench.svelte.ts';
import type { Snippet } from 'svelte';
import type { Explanation } from '#engine/insight/explanation.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { FileEntry, Snapshot } from '#engine/workspace/snapshot.ts';
import type { Outcome } from '#lib/views/history/outcome.ts';
import type { ExtraPanel } from './extra-panel.ts';

export interface WorkbenchProps {
  snapshot: Snapshot;
  /** The files with their blast radii, where those are known better than in the snapshot. */
  files?: readonly FileEntry[];
  /** The build that is looked at, and its record. */
  shown: number | 'next';
  record?: BuildRecord | undefined;
  /** The last record that could be drawn. */
  lastGood?: BuildRecord | undefined;
  explanation?: Explanation | undefined;
  /** Id of the selected step. */
  selected?: string | undefined;
  /** The context file that is open below the Dockerfile. */
  open?: string | undefined;
  log: string;
  /** The last build's error as the client prints it. */
  errorText?: string | undefined;
  building?: boolean;
  /** Said instead of any outcome: the next build is being predicted. */
  veil?: Outcome | undefined;
  /** What the Build button says instead. */
  buildLabel?: string | undefined;
  /** The engine is there: actions are done. */
  ready?: boolean;
  announcement?: string;
  notice?: Notice | undefined;
  saved?: 'saving' | 'saved' | 'failed' | undefined;

  onversion: (name: 'bad' | 'good') => void;
  oncommit: (edit: string) => void;
  target?: string;
  ontarget?: (target: string) => void;
  platform?: string;
  onplatform?: (platform: string) => void;

  onbuild: () => void;
  onundo: () => void;
  onredo: () => void;
  onlook: (build: number | 'next') => void;
  onselect: (step: string) => void;
  onopen: (path: string) => void;
  oncreate: (path: string, type: 'file' | 'dir') => void;
  onrename: (from: string, to: string) => void;
  ondelete: (path: string) => void;
  ontouch: (path: string) => void;
  onchmod: (path: string, mode: number) => void;
  onpoint?: (path: string | undefined) => void;
  onjump: (diagnostic: Diagnostic) => void;
  /** Another view stands beside the graph's tab now, by its id. */
  onview?: (view: string) => void;
  onapply?: (() => void) | undefined;
  /** In Why where no step is selected: a sentence, and things to try. */
  invitation?: string | undefined;
  /** Language of the invitation, where it is not the page’s: what a scene says is English. */
  invitationLang?: string | undefined;
  tries?: readonly { readonly label: string; readonly run: () => void }[];
  ondismiss?: () => void;

  /** Picks a folder for the context; offered where there are no files. */
  onopenfolder?: (() => void) | undefined;

  /** The editor of one file of the context; called for the Dockerfile and for the open file. */
  editor: Snippet<[path: string]>;
  graph: Snippet;
  /** At the right of the files' head: opening a folder. */
  fileTools?: Snippet;
  /** Below the files. */
  filesFoot?: Snippet;
  /** In place of the files, while they are looked at in another way. */
  filesInstead?: Snippet | undefined;
  /** At the right of the graph's head: zoom. */
  graphTools?: Snippet;
  playback?: Snippet;
  /** At the right of the log's head: links to other pages. */
  dockTools?: Snippet;
  /** At the right of the header: Share, Present, Learn. */
  actions?: Snippet;
  /** At the right of the header too, before them, as long as there is room: Predict, Present. */
  featured?: Snippet;
  /** Those that stand beside them where there is room to spare. */
  prominent?: Snippet;
  /** Buttons below the sentence of an empty graph: scenes to start from. */
  starts?: Snippet;
  /** What is under a tab that others added, by its id. */
  extra?: Snippet<[id: string]>;
  /** Beside Graph: Layers, Registry. */
  views?: readonly ExtraPanel[];
  /** A view or a panel to go to; a new object with every going. */
  lookAt?: { readonly view: string } | undefined;
  /** Beside Log and Problems: Terminal, Timeline, Advice. */
  panels?: readonly ExtraPanel[];
}
