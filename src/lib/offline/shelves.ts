/**
 * What is kept of the site, in caches: files that are named after their content in one that all versions share, so that none is loaded
 * twice; pages and their data in one for each version. Files of older versions stay until the newest is whole: without a network an
 * older page is better than none.
 */
import type { FileList, Progress } from './protocol.ts';

/** The part of CacheStorage that is used, so that tests can bring their own. */
export interface ShelfRoom {
  open(name: string): Promise<Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<boolean>;
}

export interface Site {
  /** The site's root as a URL, with a slash at the end. */
  readonly scope: string;
  readonly version: string;
  readonly caches: ShelfRoom;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
}

/** As much as one step of filling brings in: a moment's work, so that it disturbs nobody. */
const batch = { files: 16, bytes: 600_000 };

const isImmutable = (path: string): boolean => path.startsWith('_app/immutable/');
const listPath = (version: string): string => `_app/files.${version}.json`;

/** The host answers that it has no such list. */
class Unlisted extends Error {}

export class Shelves {
  readonly #site: Site;
  #list: FileList | undefined;
  #kept: Set<string> | undefined;

  constructor(site: Site) {
    this.#site = site;
  }

  /** What there is to keep: from the cache, else from the network. Fails where neither has it. */
  async list(): Promise<FileList> {
    return (this.#list ??= await this.#readList());
  }

  /** A file that is kept, of this version. */
  async find(path: string): Promise<Response | undefined> {
    const shelf = await this.#shelf(path);
    return shelf.match(this.#url(path));
  }

  /** A file that is kept, of any version. */
  async findOlder(path: string): Promise<Response | undefined> {
    for (const name of await this.#names()) {
      const found = await (await this.#site.caches.open(name)).match(this.#url(path));
      if (found) return found;
    }
    return undefined;
  }

  /** Keeps a file that came by; where the browser keeps no more, it is not kept. */
  async keep(path: string, response: Response): Promise<void> {
    try {
      await (await this.#shelf(path)).put(this.#url(path), settled(response));
      this.#kept?.add(path);
    } catch {
      this.#kept = undefined;
    }
  }

  /** Brings in some of what is missing. `first`: paths that are wanted before all others. */
  async fill(first: readonly string[] = []): Promise<Progress> {
    let files: FileList['files'];
    try {
      ({ files } = await this.list());
    } catch (error) {
      return { version: this.#site.version, done: 0, total: 0, stopped: error instanceof Unlisted ? 'unlisted' : 'network' };
    }
    const kept = (this.#kept ??= await this.#readKept());
    const stopped = await this.#bring(next(files, kept, first));
    const total = files.reduce((sum, [, bytes]) => sum + bytes, 0);
    const done = files.reduce((sum, [path, bytes]) => sum + (kept.has(path) ? bytes : 0), 0);
    return { version: this.#site.version, done, total, ...(stopped && { stopped }) };
  }

  /** Whether everything of this version is here. */
  async whole(): Promise<boolean> {
    const kept = (this.#kept ??= await this.#readKept());
    return (await this.list()).files.every(([path]) => kept.has(path));
  }

  /** Lets go of older versions. Their scripts stay where the last of them is still open in a tab: until this one is the older. */
  async prune(): Promise<void> {
    const { caches } = this.#site;
    const own = this.#pages(this.#site.version);
    const needed = new Set((await this.list()).files.map(([path]) => this.#url(path)));
    for (const name of await this.#names()) {
      if (name === own || name === this.#immutable) continue;
      const older = await this.#listIn(name);
      for (const [path] of older?.files ?? []) needed.add(this.#url(path));
      await caches.delete(name);
    }
    const shared = await caches.open(this.#immutable);
    for (const { url } of await shared.keys()) if (!needed.has(url)) await shared.delete(url);
  }

  get #prefix(): string {
    return `layerscope ${new URL(this.#site.scope).pathname}`;
  }

  get #immutable(): string {
    return `${this.#prefix} immutable`;
  }

  #pages(version: string): string {
    return `${this.#prefix} pages ${version}`;
  }

  #url(path: string): string {
    return new URL(encodeURI(path), this.#site.scope).href;
  }

  #shelf(path: string): ReturnType<ShelfRoom['open']> {
    return this.#site.caches.open(isImmutable(path) ? this.#immutable : this.#pages(this.#site.version));
  }

  /** Of this site alone, newest version first: other sites may stand beside it on one host. */
  async #names(): Promise<readonly string[]> {
    const names = await this.#site.caches.keys();
    return names.filter((name) => name === this.#immutable || name.startsWith(`${this.#prefix} pages `)).reverse();
  }

  async #listIn(name: string): Promise<FileList | undefined> {
    const version = name.slice(this.#pages('').length);
    const found = await (await this.#site.caches.open(name)).match(this.#url(listPath(version)));
    return found && ((await found.json()) as FileList);
  }

  async #readList(): Promise<FileList> {
    const kept = await this.#listIn(this.#pages(this.#site.version));
    if (kept) return kept;
    const path = listPath(this.#site.version);
    const response = await this.#site.fetch(this.#url(path), { cache: 'no-cache' });
    if (!response.ok) throw response.status === 404 ? new Unlisted(path) : new Error(`${path}: ${response.status}`);
    await (await this.#shelf(path)).put(this.#url(path), response.clone());
    return (await response.json()) as FileList;
  }

  async #readKept(): Promise<Set<string>> {
    const names = [this.#immutable, this.#pages(this.#site.version)];
    const urls = (await Promise.all(names.map(async (name) => (await this.#site.caches.open(name)).keys()))).flat().map(({ url }) => url);
    const known = new Map((await this.list()).files.map(([path]) => [this.#url(path), path]));
    return new Set(urls.flatMap((url) => known.get(url) ?? []));
  }

  /** Pages keep their names from version to version: they count only where the site still has this one before and after. */
  async #bring(paths: readonly string[]): Promise<Progress['stopped']> {
    const changing = paths.some((path) => !isImmutable(path));
    try {
      if (changing && !(await this.#current())) return 'superseded';
      const got = await Promise.all(paths.map(async (path) => [path, await this.#site.fetch(this.#url(path), { cache: isImmutable(path) ? 'default' : 'no-cache' })] as const));
      if (changing && !(await this.#current())) return 'superseded';
      const missing = got.some(([, { ok }]) => !ok);
      await Promise.all(got.map(([path, response]) => (response.ok ? this.keep(path, response) : undefined)));
      if (this.#kept === undefined) return 'full';
      if (missing) return (await this.#current()) ? 'network' : 'superseded';
      return undefined;
    } catch {
      return 'network';
    }
  }

  /** Whether the site still has this version. */
  async #current(): Promise<boolean> {
    const response = await this.#site.fetch(this.#url('_app/version.json'), { cache: 'no-store' });
    if (!response.ok) throw new Error(`${response.status}`);
    return ((await response.json()) as { readonly version?: unknown }).version === this.#site.version;
  }
}

/** Wanted ones first, then scripts, styles and fonts, then pages; either those or these, because they are checked in another way. */
function next(files: FileList['files'], kept: ReadonlySet<string>, first: readonly string[]): readonly string[] {
  const missing = files.filter(([path]) => !kept.has(path));
  const wanted = missing.filter(([path]) => first.includes(path));
  const lasting = missing.filter(([path]) => isImmutable(path));
  let bytes = 0;
  return (wanted.length > 0 ? wanted : lasting.length > 0 ? lasting : missing)
    .filter(([, size], at) => at < batch.files && (at === 0 || (bytes += size) <= batch.bytes))
    .map(([path]) => path);
}

/** A browser refuses to show an answer as a page that came about by a redirect. */
const settled = (response: Response): Response => (response.redirected ? new Response(response.body, { status: response.status, headers: response.headers }) : response);
