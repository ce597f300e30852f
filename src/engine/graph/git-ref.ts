/** Git addresses in ADD and in contexts: `https://example.com/a.git#branch:folder` (BuildKit `dfgitutil`, `gitutil`). */
import { goQuote } from '../dockerfile/go/quote.ts';
import { parseBool } from '../dockerfile/go/number.ts';
import { goJoin } from './paths.ts';
import { parseQuery, parseUrl } from './url.ts';

export interface GitRef {
  /** For the git client: no fragment, no query. */
  readonly remote: string;
  /** Host and path. */
  readonly location: string;
  readonly ssh: boolean;
  readonly ref: string;
  readonly subdir: string;
  readonly checksum: string;
  readonly keepGitDir?: boolean;
  readonly submodules?: boolean;
  readonly mtime: string;
  readonly fetchByCommit: boolean;
}

/** A git address; `error` where it is one that BuildKit refuses; undefined where it is none (`github.com/a/b` without scheme included). */
export function parseGitRef(text: string): GitRef | { readonly error: string } | undefined {
  if (text.startsWith('./') || text.startsWith('../') || text.startsWith('github.com/')) return undefined;
  const remote = parseRemote(text);
  if (!remote) return undefined;
  const [fragmentRef = '', ...folders] = remote.fragment.split(':');
  const subdir = remote.fragment === '' ? '' : goJoin('/', folders.join(':')).slice(1);
  const base = { remote: remote.bare, location: remote.host + goJoin('/', remote.path), ssh: remote.ssh };
  return withQuery({ ...base, ref: fragmentRef, subdir, checksum: '', mtime: '', fetchByCommit: false }, remote.query);
}

interface Remote {
  readonly bare: string;
  readonly host: string;
  readonly path: string;
  readonly fragment: string;
  readonly query: string;
  readonly ssh: boolean;
}

const scpStyle = /^([a-zA-Z0-9_-]+)@([a-zA-Z0-9.-]+):(.*?)(?:\?(.*?))?(?:#(.*))?$/;

function parseRemote(text: string): Remote | undefined {
  const protocol = /^([a-zA-Z0-9]+):\/\//.exec(text)?.[1]?.toLowerCase();
  if (protocol === undefined) {
    const match = scpStyle.exec(text);
    if (!match) return undefined;
    const [, user = '', host = '', path = '', query = '', fragment = ''] = match;
    return { bare: `${user}@${host}:${path}`, host, path, fragment, query, ssh: true };
  }
  if (!['http', 'https', 'ssh', 'git'].includes(protocol)) return undefined;
  const url = parseUrl(text);
  if (!url || (protocol.startsWith('http') && !url.path.endsWith('.git'))) return undefined;
  return { ...url, ssh: url.scheme === 'ssh' };
}

const switches = new Set(['submodules', 'keep-git-dir', 'fetch-by-commit']);

function withQuery(start: GitRef, text: string): GitRef | { readonly error: string } {
  let git = start;
  let tag = '';
  let branch = '';
  for (const [key, values] of parseQuery(text)) {
    if (values.length > 1) return { error: `query ${goQuote(key)} has multiple values` };
    const value = values[0] ?? '';
    if (value === '' && !switches.has(key)) return { error: `query ${goQuote(key)} has no value` };
    const flag = value === '' ? true : parseBool(value);
    switch (key) {
      case 'ref':
        if (git.ref !== '' && git.ref !== value) return { error: `ref conflicts: ${goQuote(git.ref)} vs ${goQuote(value)}` };
        git = { ...git, ref: value };
        break;
      case 'tag':
        tag = value.startsWith('refs/tags/') ? value : `refs/tags/${value}`;
        break;
      case 'branch':
        branch = value.startsWith('refs/heads/') ? value : `refs/heads/${value}`;
        break;
      case 'subdir':
        if (git.subdir !== '' && git.subdir !== value) return { error: `subdir conflicts: ${goQuote(git.subdir)} vs ${goQuote(value)}` };
        git = { ...git, subdir: value };
        break;
      case 'checksum':
      case 'commit':
        git = { ...git, checksum: value };
        break;
      case 'mtime':
        if (value !== 'checkout' && value !== 'commit') return { error: `invalid mtime value: ${goQuote(value)} (must be "checkout" or "commit")` };
        git = { ...git, mtime: value };
        break;
      case 'keep-git-dir':
      case 'submodules':
      case 'fetch-by-commit':
        if (flag === undefined) return { error: `invalid ${key} value: ${goQuote(value)}` };
        git = key === 'submodules' ? { ...git, submodules: flag } : key === 'keep-git-dir' ? { ...git, keepGitDir: flag } : { ...git, fetchByCommit: flag };
        break;
      default:
        return { error: `unexpected query ${goQuote(key)}` };
    }
  }
  if (tag !== '' && git.ref !== '' && git.ref !== tag) return { error: `ref conflicts: ${goQuote(git.ref)} vs ${goQuote(tag)}` };
  if (tag !== '' && branch !== '') return { error: 'branch conflicts with tag' };
  if (branch !== '' && git.ref !== '' && git.ref !== branch) return { error: `ref conflicts: ${goQuote(git.ref)} vs ${goQuote(branch)}` };
  return { ...git, ref: tag || branch || git.ref };
}
