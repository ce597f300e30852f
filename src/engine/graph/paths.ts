/** Go's `path` and BuildKit's `util/system/path.go`: paths in instructions, for Linux and for Windows containers. */
import { goQuote } from '../dockerfile/go/quote.ts';

/** Go's `path.Clean`: `a//b/../c/` → `a/c`; nothing → `.`. */
export function goClean(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push('..');
  }
  const joined = kept.join('/');
  return rooted ? `/${joined}` : joined === '' ? '.' : joined;
}

/** Go's `path.Join`. */
export function goJoin(...parts: readonly string[]): string {
  const some = parts.filter((part) => part !== '');
  return some.length === 0 ? '' : goClean(some.join('/'));
}

/** Go's `path.Base`. */
export function goBase(path: string): string {
  if (path === '') return '.';
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

export type PathResult = { readonly path: string } | { readonly error: string };

/** Slashes, whatever the system writes. */
export function toSlash(path: string, os: string): string {
  return os === 'windows' ? path.replaceAll('\\', '/') : path;
}

/** A path without its drive letter; Windows alone has any (`CheckSystemDriveAndRemoveDriveLetter`). */
export function withoutDrive(path: string, os: string, keepSlash: boolean): PathResult {
  if (os !== 'windows') return { path };
  if (path.length === 2 && path[1] === ':') return { error: `No relative path specified in ${goQuote(path)}` };
  if (toSlash(path.slice(0, 2), os) === '//') return { error: 'UNC paths are not supported' };
  const colon = path.indexOf(':');
  if (colon >= 0 && path.slice(0, colon).toLowerCase() !== 'c') return { error: 'The specified path is not on the system drive (C:)' };
  const slashed = toSlash(path.slice(colon + 1), os);
  const clean = goClean(slashed);
  return { path: keepSlash && clean.length > 1 && slashed.endsWith('/') ? `${clean}/` : clean };
}

/** Whether a path begins at the root (`system.IsAbs`). */
export function isAbsolute(path: string, os: string): boolean {
  const bare = withoutDrive(path, os, false);
  return 'path' in bare && toSlash(bare.path, os).startsWith('/');
}

/** `path` seen from `parent`, absolute; an absolute one is not cleaned (`system.NormalizePath`). */
export function normalizePath(parent: string, path: string, os: string, keepSlash: boolean): PathResult {
  const original = toSlash(path, os);
  const above = withoutDrive(toSlash(parent, os) || '/', os, keepSlash);
  if ('error' in above) return { error: `removing drive letter: ${above.error}` };
  const rooted = above.path.startsWith('/') ? above.path : goJoin('/', above.path);
  const bare = withoutDrive(original === '' ? rooted : original, os, keepSlash);
  if ('error' in bare) return { error: `removing drive letter: ${bare.error}` };
  let result = isAbsolute(bare.path, os) ? bare.path : goJoin(rooted, bare.path);
  if (keepSlash && original.endsWith('/') && !result.endsWith('/')) result += '/';
  else if (keepSlash && original.endsWith('/.')) result += result === '/' ? '.' : '/.';
  return { path: toSlash(result, os) };
}

/** Path of a file action: cleaned, absolute, with the slash or `/.` at its end kept where asked (`llb.normalizePath`). */
export function actionPath(parent: string, path: string, keepSlash: boolean): string {
  const clean = goClean(path);
  const full = clean.startsWith('/') ? clean : goJoin('/', parent, clean);
  if (keepSlash && path.endsWith('/') && !full.endsWith('/')) return `${full}/`;
  if (keepSlash && path.endsWith('/.')) return full === '/' ? '/.' : `${full}/.`;
  return full;
}
