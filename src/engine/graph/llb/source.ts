/** Source vertices: images, local directories, HTTP resources, git repositories (BuildKit `client/llb/source.go`). */
import type { Platform } from '../platform.ts';
import { newState, type State } from './state.ts';
import type { PendingVertex, VertexMeta } from './vertex.ts';

type Attributes = Readonly<Record<string, string>>;

function source(identifier: string, attributes: () => Attributes, meta: VertexMeta, platform?: Platform): PendingVertex {
  return {
    visits: [],
    meta,
    ...(platform && { platform }),
    operation: () => {
      const attrs = attributes();
      return { type: 'source', op: { identifier, ...(Object.keys(attrs).length > 0 && { attrs }) } };
    },
  };
}

/** The file system of an image. `mode` is the value of `image-resolve-mode` where it is not the default. */
export function imageState(ref: string, platform: Platform, mode: 'pull' | 'local' | undefined, meta: VertexMeta): State {
  const attrs: Attributes = mode === undefined ? {} : { 'image.resolvemode': mode };
  return newState({ vertex: source(`docker-image://${ref}`, () => attrs, meta, platform), index: 0 }, platform);
}

export interface LocalOptions {
  readonly followPaths?: readonly string[];
  readonly excludePatterns?: readonly string[];
  readonly sharedKeyHint: string;
}

/** A directory of the client. Its options are asked for last, when all steps that read it are known. */
export function localState(name: string, options: () => LocalOptions, meta: VertexMeta): State {
  const attributes = (): Attributes => {
    const { followPaths = [], excludePatterns = [], sharedKeyHint } = options();
    return {
      ...(followPaths.length > 0 && { 'local.followpaths': goJsonList(followPaths) }),
      ...(excludePatterns.length > 0 && { 'local.excludepatterns': goJsonList(excludePatterns) }),
      'local.sharedkeyhint': sharedKeyHint,
    };
  };
  return newState({ vertex: source(`local://${name}`, attributes, meta), index: 0 });
}

/** Go's JSON of a list of texts, which escapes what HTML does not like. */
function goJsonList(items: readonly string[]): string {
  return JSON.stringify(items).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A file by its address. */
export function httpState(url: string, filename: string, checksum: string, meta: VertexMeta): State {
  const attrs: Attributes = { ...(checksum !== '' && { 'http.checksum': checksum }), 'http.filename': filename };
  return newState({ vertex: source(url, () => attrs, meta), index: 0 });
}

export interface GitOptions {
  /** Address for the git client, without fragment and query. */
  readonly remote: string;
  /** Host and path alone: the same for every protocol. */
  readonly location: string;
  readonly ssh: boolean;
  readonly ref: string;
  readonly subdir: string;
  readonly keepGitDir: boolean;
  readonly checksum: string;
  readonly skipSubmodules: boolean;
  readonly fetchByCommit: boolean;
  readonly mtime: string;
}

/** The tree of a git repository. */
export function gitState(git: GitOptions, meta: VertexMeta): State {
  const fragment = git.ref === '' && git.subdir === '' ? '' : `#${git.ref}${git.subdir === '' ? '' : `:${git.subdir}`}`;
  const attrs: Attributes = {
    ...(git.keepGitDir && { 'git.keepgitdir': 'true' }),
    ...(git.remote !== '' && { 'git.fullurl': git.remote }),
    'git.authtokensecret': 'GIT_AUTH_TOKEN',
    'git.authheadersecret': 'GIT_AUTH_HEADER',
    ...(git.ssh && { 'git.mountsshsock': 'default' }),
    ...(git.checksum !== '' && { 'git.checksum': git.checksum }),
    ...(git.skipSubmodules && { 'git.skipsubmodules': 'true' }),
    ...(git.mtime !== '' && { 'git.mtime': git.mtime }),
    ...(git.fetchByCommit && { 'git.fetchbycommit': 'true' }),
  };
  return newState({ vertex: source(`git://${git.location}${fragment}`, () => attrs, meta), index: 0 });
}
