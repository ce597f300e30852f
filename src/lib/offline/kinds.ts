/** Which of the site's files a request is for, and so where its answer comes from. */

export type Asked =
  /** Nothing of ours, or what must come from the network: the service worker keeps out of it. */
  | { readonly kind: 'leave' }
  /** A page; `path` as in the list of files. `redirect` where relative links on it would lead elsewhere. */
  | { readonly kind: 'page'; readonly path: string; readonly redirect: boolean }
  /** Named after its content: the same for ever. */
  | { readonly kind: 'immutable'; readonly path: string }
  /** The element's script and its parts, which keep their names from version to version. */
  | { readonly kind: 'embed'; readonly path: string }
  /** Any other file of the version. */
  | { readonly kind: 'file'; readonly path: string };

/** A request as far as it matters here. */
export interface AskedFor {
  readonly url: string;
  readonly method: string;
  readonly mode: string;
}

/** `scope`: the site's root as a URL, with a slash at the end. */
export function kindOf({ url, method, mode }: AskedFor, scope: string): Asked {
  const { origin, pathname } = new URL(url);
  const root = new URL(scope);
  if (method !== 'GET' || origin !== root.origin || !pathname.startsWith(root.pathname)) return { kind: 'leave' };
  const path = plain(pathname.slice(root.pathname.length));
  if (path === '_app/version.json' || path === 'service-worker.js' || path.startsWith('_app/files.')) return { kind: 'leave' };
  if (path.startsWith('_app/immutable/')) return { kind: 'immutable', path };
  if (mode === 'navigate') return pageOf(path);
  if (path.startsWith('embed/') && !path.endsWith('/') && !path.endsWith('/__data.json')) return { kind: 'embed', path };
  return { kind: 'file', path };
}

/** `learn`, `learn/` and `learn/index.html` are one page; a name with a dot in it is a file that somebody looks at. */
function pageOf(path: string): Asked {
  const named = path.replace(/(^|\/)index\.html$/, '$1');
  if (named !== '' && !named.endsWith('/') && /\.[^/]+$/.test(named)) return { kind: 'file', path };
  const folder = named === '' || named.endsWith('/') ? named : `${named}/`;
  return { kind: 'page', path: folder, redirect: folder !== path };
}

/** As the list has it: without escapes. A name that cannot be read stays as it is. */
function plain(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
