/** What a person can do to a workspace. The log of these is its whole state: replaying it gives the same state to the last digest. */
import type { BuildOptions } from '../graph/plan.ts';
import type { Message } from '../source/message.ts';
import type { BuildExtras } from './build-request.ts';
import type { ImportAction } from './import.ts';
import type { BuilderSettings } from './machine.ts';
import type { VersionName } from './versions.ts';

export type Action =
  /** Writes a text file; parents appear as needed; keeps the mode of a file that is there. */
  | { readonly type: 'write'; readonly path: string; readonly text: string }
  | { readonly type: 'mkdir'; readonly path: string }
  | { readonly type: 'symlink'; readonly path: string; readonly target: string }
  /** Removes a file, or a folder with all that is in it. */
  | { readonly type: 'delete'; readonly path: string }
  | { readonly type: 'rename'; readonly path: string; readonly to: string }
  | { readonly type: 'chmod'; readonly path: string; readonly mode: number }
  /** Sets the modification time to now and nothing else. */
  | { readonly type: 'touch'; readonly path: string }
  /** Takes a folder or an archive for the whole context. */
  | ImportAction
  /** Lays the files of one of the scene's versions over the context, and asks for what it is built with. */
  | { readonly type: 'version'; readonly name: VersionName }
  /** One of the scene's kinds of commit; `n` tells its texts from those of other commits. */
  | { readonly type: 'commit'; readonly edit: string; readonly n: number }
  /** Sets what the next builds are asked for (target, platform, arguments), instead of what was set before. */
  | { readonly type: 'options'; readonly options: BuildOptions }
  /** Builds on the machine that is sat at. */
  | { readonly type: 'build'; readonly extras?: BuildExtras }
  /** Puts a build that really happened into the history, as its output tells it: `--progress=rawjson` or `docker history --format json`. */
  | { readonly type: 'recorded'; readonly text: string }
  /** Forgets every cached result of the machine that is sat at, as `docker builder prune --all` does. */
  | { readonly type: 'prune' }
  /** Lets virtual time pass, milliseconds. */
  | { readonly type: 'wait'; readonly duration: number }
  /** A line typed into the terminal of the machine that is sat at; `interrupted`: virtual milliseconds after which Ctrl-C was pressed. */
  | { readonly type: 'command'; readonly line: string; readonly interrupted?: number }
  /** Sits down at another machine. */
  | { readonly type: 'machine'; readonly name: string }
  /** Gives the machine that is sat at another builder: its build cache is a new one, its images stay unless the store is another. */
  | { readonly type: 'builder'; readonly settings: BuilderSettings };

/** The action in a word or two, for undo buttons and histories: `edit main.go`. */
export function describeAction(action: Action): Message {
  switch (action.type) {
    case 'write':
      return { id: 'actions.write', values: { path: action.path } };
    case 'mkdir':
      return { id: 'actions.mkdir', values: { path: action.path } };
    case 'symlink':
      return { id: 'actions.symlink', values: { path: action.path } };
    case 'delete':
      return { id: 'actions.delete', values: { path: action.path } };
    case 'rename':
      return { id: 'actions.rename', values: { path: action.path } };
    case 'chmod':
      return { id: 'actions.chmod', values: { path: action.path } };
    case 'touch':
      return { id: 'actions.touch', values: { path: action.path } };
    case 'import':
      return { id: 'actions.import', values: { name: action.name } };
    case 'version':
      return { id: action.name === 'good' ? 'actions.version-good' : 'actions.version-bad' };
    case 'commit':
      return { id: 'actions.commit', values: { name: action.edit } };
    case 'options':
      return { id: 'actions.options' };
    case 'build':
      return { id: 'actions.build' };
    case 'recorded':
      return { id: 'actions.recorded' };
    case 'prune':
      return { id: 'actions.prune' };
    case 'wait':
      return { id: 'actions.wait' };
    case 'command':
      return { id: 'actions.own-words', values: { words: action.line.length > 40 ? `${action.line.slice(0, 39)}…` : action.line } };
    case 'machine':
      return { id: 'actions.machine', values: { name: action.name } };
    case 'builder':
      return { id: 'actions.builder' };
  }
}
