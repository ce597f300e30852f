/** Where a build's files come from: `PATH`, `-`, `--file`, `--build-context` (buildx `build/opt.go`). */
import { dirOf, emptyDir, file as fileNode } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import { toText } from '../../run/system/byte-string.ts';
import type { Session } from '../session.ts';
import { project } from '../workstation.ts';
import { failed, invalid, isRefusal, type BuildRefusal } from './refusal.ts';
import type { BuildSettings } from './settings.ts';

/** Where a build is made: context and Dockerfile. */
export interface Place {
  /** Where it is not the project as a whole. */
  readonly context?: DirNode;
  readonly root: DirNode;
  /** The folder of the Dockerfile where that is not the context. */
  readonly definitions?: DirNode;
  readonly path: string;
  readonly name: string;
}

/** Context and Dockerfile of a build, or why they cannot be had. */
export function readContext(session: Session, { context, file, inline }: BuildSettings): Place | BuildRefusal {
  if (context === '-') {
    if (file === '-') return invalid("invalid argument: can't use stdin for both build context and dockerfile");
    const definitions = typed(session, toText(session.input()));
    return isRefusal(definitions) ? definitions : { context: emptyDir(), root: emptyDir(), definitions, path: 'Dockerfile', name: '-' };
  }
  if (/^(https?|git|ssh):\/\/|^git@|^github\.com\//.test(context)) return { error: `docker buildx build: contexts from the network (${context}) are not simulated: build a folder of the project.` };
  const at = session.path(context);
  const folder = session.folder(at);
  if ('error' in folder) {
    if (folder.error === 'not a directory') return failed(`unable to prepare context: context must be a directory: ${at}`);
    return failed(`unable to prepare context: path ${JSON.stringify(context)} not found`);
  }
  const place = { ...(at !== project && { context: folder }), root: folder, name: at.split('/').at(-1) ?? '' };
  if (inline !== undefined || file === '-') {
    const definitions = typed(session, inline ?? toText(session.input()));
    return isRefusal(definitions) ? definitions : { ...place, definitions, path: 'Dockerfile' };
  }
  const path = file === undefined ? `${at}/Dockerfile` : session.path(file);
  if (path.startsWith(`${at}/`) || at === '/') return { ...place, path: path.slice(at.length + 1) };
  const slash = path.lastIndexOf('/');
  const definitions = session.folder(path.slice(0, slash) || '/');
  const name = path.slice(slash + 1);
  return 'error' in definitions ? failed(`failed to read dockerfile: open ${name}: no such file or directory`) : { ...place, definitions, path: name };
}

/** A folder with a Dockerfile that was typed or piped. */
function typed(session: Session, text: string): DirNode | BuildRefusal {
  if (text.trim() === '') return failed('failed to solve: the Dockerfile cannot be empty');
  return dirOf([['Dockerfile', fileNode(text, { mtime: session.now })]], { mtime: session.now });
}

/** `--build-context`: folders, and names of what lies elsewhere. */
export function readNamedContexts(session: Session, contexts: Readonly<Record<string, string>>) {
  const folders: Record<string, DirNode> = {};
  const elsewhere: Record<string, string> = {};
  for (const [name, value] of Object.entries(contexts)) {
    if (/^[\w+.-]+:\/\/|^docker-image:|^target:/.test(value)) {
      elsewhere[name] = value;
      continue;
    }
    const folder = session.folder(session.path(value));
    if ('error' in folder) return failed(`failed to get build context ${name}: stat ${value}: ${folder.error}`);
    folders[name] = folder;
    elsewhere[name] = `local:${name}`;
  }
  return { folders, elsewhere };
}
