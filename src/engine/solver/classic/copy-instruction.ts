/** COPY and ADD of the classic builder (moby `builder/dockerfile/copy.go`): what is read, its checksum, and the copying. */
import { copy, described, dirOf, forEachBelow, goMatcher, hasWildcard, joinPath, resolveOwner, sha256 } from '../../fs/index.ts';
import type { DirNode } from '../../fs/index.ts';
import type { AddCommand, CopyCommand } from '../../dockerfile/index.ts';
import { isHttpSource } from '../../graph/dispatch/remote-source.ts';
import { goBase, goJoin } from '../../graph/paths.ts';
import { joinedHash, sourceHash } from './source-hash.ts';

/** Bytes of what stands in for a download. */
const assumedSize = 1_000_000;

interface Source {
  readonly root: DirNode;
  readonly path: string;
  readonly hash: string;
  readonly remote: boolean;
}

/** An instruction whose sources are known. */
export interface CopyPlan {
  /** What is looked up: `COPY file:… in /app/ `. */
  readonly comment: string;
  readonly sources: readonly Source[];
  /** Nothing is downloaded: files stand in. */
  readonly downloads: boolean;
}

/** Flags that only BuildKit knows, with the word that names the first of them. */
export function unknownFlag(command: AddCommand | CopyCommand): string | undefined {
  if (command.chmod !== '') return 'chmod';
  if (command.link) return 'link';
  if (command.exclude.length > 0) return 'exclude';
  if (command.type === 'COPY') return command.parents ? 'parents' : undefined;
  if (command.checksum !== '') return 'checksum';
  return command.keepGitDir !== undefined ? 'keep-git-dir' : command.unpack !== undefined ? 'unpack' : undefined;
}

/** Sources and checksum of an expanded instruction; heredocs are no sources here. `fromImage`: of COPY --from. */
export function planCopy(command: AddCommand | CopyCommand, root: DirNode, fromImage: boolean): CopyPlan | { readonly error: string } {
  const sources: Source[] = [];
  for (const text of command.sources) {
    const found = sourcesOf(command, text, root, fromImage);
    if ('error' in found) return { error: `${command.type} failed: ${found.error}` };
    sources.push(...found);
  }
  if (sources.length === 0) return { error: `${command.type} failed: no source files were specified` };
  if (sources.length > 1 && !command.dest.endsWith('/')) {
    return { error: `When using ${command.type} with more than one source file, the destination must be a directory and end with a /` };
  }
  const chown = command.chown === '' ? '' : `--chown=${command.chown}`;
  const hash = joinedHash(sources.map((source) => source.hash));
  return { comment: `${command.type} ${chown}${hash} in ${command.dest} `, sources, downloads: sources.some(({ remote }) => remote) };
}

function sourcesOf(command: AddCommand | CopyCommand, text: string, root: DirNode, fromImage: boolean): readonly Source[] | { readonly error: string } {
  if (isHttpSource(text)) {
    if (command.type === 'COPY') return { error: "source can't be a URL for COPY" };
    const name = goBase(text.replace(/[?#].*$/, ''));
    const stand = dirOf([[name, described(assumedSize, text, { mode: 0o600 })]]);
    return [{ root: stand, path: name, hash: sha256(text).replace('sha256:', ''), remote: true }];
  }
  const path = text.replace(/^\//, '').replace(/^\.\//, '');
  const found = hasWildcard(path) ? matchesOf(root, path) : [goJoin('/', path).slice(1)];
  const sources: Source[] = [];
  for (const each of found) {
    const hash = sourceHash(root, each);
    if (hash === undefined) {
      const missing = `stat ${each}: file does not exist`;
      return { error: fromImage ? missing : `file not found in build context or excluded by .dockerignore: ${missing}` };
    }
    sources.push({ root, path: each, hash, remote: false });
  }
  return sources;
}

function matchesOf(root: DirNode, pattern: string): readonly string[] {
  const matcher = goMatcher(pattern);
  const found: string[] = [];
  forEachBelow(root, (path) => {
    if (matcher(path)) found.push(path);
  });
  return found;
}

/** The files put in place, one source after the other. Times and owners are the context's, or root, or --chown's. */
export function runCopy(
  command: AddCommand | CopyCommand,
  plan: CopyPlan,
  tree: DirNode,
  options: { readonly workingDir: string; readonly now: number; readonly origin: string },
): { readonly root: DirNode } | { readonly error: string } {
  const owner = command.chown === '' ? { uid: 0, gid: 0 } : resolveOwner(tree, command.chown);
  if ('error' in owner) return { error: `unable to convert uid/gid chown string to host mapping: ${owner.error}` };
  const ends = /(^|\/)\.?$/.test(command.dest) ? '/' : '';
  const place = command.dest.startsWith('/') ? joinPath(command.dest) : joinPath(options.workingDir, command.dest);
  const dest = place === '/' ? place : place + ends;
  let root = tree;
  for (const source of plan.sources) {
    const action = {
      src: `/${source.path}`, dest, mode: -1, timestamp: -1, followSymlink: true, dirCopyContents: true, createDestPath: true,
      ...(command.type === 'ADD' && !source.remote && { attemptUnpackDockerCompatibility: true }),
    };
    const done = copy(root, source.root, action, { owner, now: options.now, origin: options.origin });
    if ('error' in done) return { error: `failed to copy files: ${done.error}` };
    root = done.root;
  }
  return { root };
}

