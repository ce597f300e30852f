/// <reference lib="webworker" />
/**
 * Without a network: everything of the version that this service worker belongs to is kept, little by little and driven by the page
 * (src/lib/offline), and answers from then on. Another version waits until it is asked to take over or no tab is open.
 */
import { version } from '$service-worker';
import { kindOf } from './lib/offline/kinds.ts';
import type { Order } from './lib/offline/protocol.ts';
import { Shelves } from './lib/offline/shelves.ts';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
const shelves = new Shelves({ scope, version, caches: worker.caches, fetch: (url, init) => worker.fetch(url, init) });

/** The page that says why another cannot be shown. */
const excuse = 'offline/';

worker.addEventListener('install', (event) => {
  event.waitUntil(shelves.fill([excuse, '']).then(async () => void (await shelves.list())));
});

// Only the first one takes over pages that are open: they have no other.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event: ExtendableMessageEvent) => {
  const order = event.data as Order;
  if (order.type === 'take-over') event.waitUntil(worker.skipWaiting());
  if (order.type === 'fill') event.waitUntil(fill(order.first).then((progress) => event.ports[0]?.postMessage(progress)));
});

async function fill(first: readonly string[]) {
  const progress = await shelves.fill(first);
  // Where no other waits, this is the one that answers.
  const { waiting, installing } = worker.registration;
  if (progress.done === progress.total && !waiting && !installing) await shelves.prune();
  return progress;
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = kindOf(request, scope);
  switch (asked.kind) {
    case 'page':
      return event.respondWith(page(request, asked.path, asked.redirect));
    case 'immutable':
      return event.respondWith(immutable(event, asked.path));
    case 'embed':
      return event.respondWith(embed(event, asked.path));
    case 'file':
      return event.respondWith(kept(request, asked.path));
  }
});

async function page(request: Request, path: string, redirect: boolean): Promise<Response> {
  const found = await shelves.find(path);
  if (found && redirect) return Response.redirect(new URL(path, scope).href + new URL(request.url).search, 302);
  if (found) return found;
  try {
    return await worker.fetch(request);
  } catch {
    const older = await shelves.findOlder(path);
    if (older && !redirect) return older;
    const known = await shelves.list().then(({ files }) => files.some(([name]) => name === path), () => true);
    const why = new URLSearchParams({ page: new URL(request.url).pathname.slice(new URL(scope).pathname.length), ...(known ? {} : { unknown: '' }) });
    return Response.redirect(new URL(`${excuse}?${why}`, scope).href, 302);
  }
}

async function immutable(event: FetchEvent, path: string): Promise<Response> {
  const found = await shelves.find(path);
  if (found) return found;
  const response = await worker.fetch(event.request);
  if (response.ok) event.waitUntil(shelves.keep(path, response.clone()));
  return response;
}

/** The network first: these are other scripts under the same names in every version. */
async function embed(event: FetchEvent, path: string): Promise<Response> {
  try {
    const response = await worker.fetch(event.request);
    if (response.ok) event.waitUntil(shelves.keep(path, response.clone()));
    return response;
  } catch (error) {
    const found = await shelves.findOlder(path);
    if (found) return found;
    throw error;
  }
}

async function kept(request: Request, path: string): Promise<Response> {
  const found = await shelves.find(path);
  if (found) return found;
  try {
    return await worker.fetch(request);
  } catch (error) {
    const older = await shelves.findOlder(path);
    if (older) return older;
    throw error;
  }
}
