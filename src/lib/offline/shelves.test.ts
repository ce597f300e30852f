import { beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from './protocol.ts';
import { Shelves, type ShelfRoom } from './shelves.ts';

const scope = 'https://example.org/layers/';

/** CacheStorage as a map of maps, in the order of making. */
class Room implements ShelfRoom {
  readonly made = new Map<string, Map<string, Response>>();
  full = false;

  open(name: string): ReturnType<ShelfRoom['open']> {
    const held = this.made.get(name) ?? new Map<string, Response>();
    this.made.set(name, held);
    const url = (asked: RequestInfo | URL) => (asked instanceof Request ? asked.url : String(asked));
    return Promise.resolve({
      match: (asked) => Promise.resolve(held.get(url(asked))?.clone()),
      put: (asked, response) => (this.full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : Promise.resolve(void held.set(url(asked), response))),
      keys: () => Promise.resolve([...held.keys()].map((each) => new Request(each))),
      delete: (asked) => Promise.resolve(held.delete(url(asked))),
    });
  }

  keys = (): Promise<string[]> => Promise.resolve([...this.made.keys()]);
  delete = (name: string): Promise<boolean> => Promise.resolve(this.made.delete(name));
}

let room: Room;
let site: { listed?: boolean; version: string; files: Record<string, string>; asked: string[]; there: boolean };
beforeEach(() => {
  room = new Room();
  site = { version: '1', there: true, asked: [], files: { '': 'home 1', '__data.json': '{}', 'learn/': 'learn 1', '_app/immutable/a.js': 'a', '_app/immutable/b.js': 'b' } };
});

const list = () => ({ version: site.version, files: Object.entries(site.files).map(([path, body]) => [path, body.length]) });

function answer(url: string): Promise<Response> {
  if (!site.there) return Promise.reject(new TypeError('Failed to fetch'));
  const path = url.slice(scope.length);
  site.asked.push(path);
  if (path === '_app/version.json') return Promise.resolve(Response.json({ version: site.version }));
  if (path === `_app/files.${site.version}.json` && site.listed !== false) return Promise.resolve(Response.json(list()));
  const body = site.files[path];
  return Promise.resolve(body === undefined ? new Response('', { status: 404 }) : new Response(body));
}

const shelvesOf = (version: string) => new Shelves({ scope, version, caches: room, fetch: answer });

async function fill(shelves: Shelves, first: readonly string[] = []): Promise<Progress> {
  for (;;) {
    const progress = await shelves.fill(first);
    if (progress.stopped || progress.done === progress.total) return progress;
  }
}

const text = async (found: Promise<Response | undefined>) => (await found)?.text();

describe('what is kept of the site', () => {
  it('is brought in little by little, the page that is looked at before all others, until it is whole', async () => {
    const shelves = shelvesOf('1');
    await shelves.fill(['learn/']);
    expect(await text(shelves.find('learn/'))).toBe('learn 1');
    expect(await shelves.find('')).toBeUndefined();
    expect(await fill(shelves)).toEqual({ version: '1', done: 17, total: 17 });
    expect(await shelves.whole()).toBe(true);
    site.there = false;
    expect(await text(shelves.find(''))).toBe('home 1');
    expect(await shelves.find('views/')).toBeUndefined();
  });

  it('is not begun where the host has no list of it, and says so instead of waiting', async () => {
    site.listed = false;
    expect(await shelvesOf('1').fill()).toEqual({ version: '1', done: 0, total: 0, stopped: 'unlisted' });
    site.there = false;
    expect(await shelvesOf('1').fill()).toEqual({ version: '1', done: 0, total: 0, stopped: 'network' });
  });

  it('goes on where it stopped, in a worker that was begun anew', async () => {
    await shelvesOf('1').fill();
    site.there = false;
    expect(await shelvesOf('1').fill()).toEqual({ version: '1', done: 2, total: 17, stopped: 'network' });
    site.there = true;
    site.asked.length = 0;
    await fill(shelvesOf('1'));
    expect(site.asked.filter((path) => path.startsWith('_app/immutable/'))).toEqual([]);
  });

  it('loads of another version only what it does not have, and lets go of the older when the newer is whole', async () => {
    await fill(shelvesOf('1'));
    site = { ...site, version: '2', asked: [], files: { '': 'home 2', 'learn/': 'learn 2', '_app/immutable/b.js': 'b', '_app/immutable/c.js': 'c' } };
    const newer = shelvesOf('2');
    await fill(newer);
    expect(site.asked.filter((path) => path.startsWith('_app/immutable/'))).toEqual(['_app/immutable/c.js']);
    expect(await text(shelvesOf('1').find(''))).toBe('home 1');
    await newer.prune();
    expect([...room.made.keys()]).toEqual(['layerscope /layers/ immutable', 'layerscope /layers/ pages 2']);
    // A tab of the older version may still ask for its parts; one version on they are gone.
    expect(await text(newer.find('_app/immutable/a.js'))).toBe('a');
    await newer.prune();
    expect(await newer.find('_app/immutable/a.js')).toBeUndefined();
    expect(await text(newer.find('_app/immutable/b.js'))).toBe('b');
  });

  it('takes no page of a newer version for one of its own', async () => {
    const shelves = shelvesOf('1');
    await shelves.fill();
    site = { ...site, version: '2', files: { ...site.files, '': 'home 2', 'learn/': 'learn 2' } };
    expect((await fill(shelves)).stopped).toBe('superseded');
    expect(await shelves.find('learn/')).toBeUndefined();
  });

  it('stops without a network, and where the browser keeps no more', async () => {
    site.there = false;
    expect((await shelvesOf('1').fill()).stopped).toBe('network');
    site.there = true;
    const shelves = shelvesOf('1');
    await shelves.list();
    room.full = true;
    expect((await shelves.fill()).stopped).toBe('full');
  });

  it('leaves the caches of other sites of the host alone', async () => {
    await room.open('layerscope / pages 7');
    await room.open('their cache');
    const shelves = shelvesOf('1');
    await fill(shelves);
    await shelves.prune();
    expect([...room.made.keys()]).toEqual(expect.arrayContaining(['layerscope / pages 7', 'their cache']));
  });
});
