/** The page's side of the service worker: registers it, has it filled little by little, and tells of another version. */
import { resolve } from '$app/paths';
import '#messages/rest.ts';
import { offline } from './offline.svelte.ts';
import OfflineLine from './OfflineLine.svelte';
import OfflineNotices from './OfflineNotices.svelte';
import type { Order, Progress } from './protocol.ts';

const hour = 3_600_000;
/** Only one tab of the site loads; the next goes on where it closes. */
const lockName = 'layerscope-offline';

export async function start(): Promise<void> {
  addEventListener('vite:preloadError', () => (offline.missing = true));
  offline.Notices = OfflineNotices;
  offline.Line = OfflineLine;
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || window.top !== window) return;
  try {
    const root = new URL(resolve('/'), location.href);
    const registration = await navigator.serviceWorker.register(new URL('service-worker.js', root), { scope: root.pathname, updateViaCache: 'none' });
    followUpdates(registration);
    offline.fill = () => {
      offline.asked = true;
      void keepCopy(registration);
    };
    addEventListener('online', () => offline.copy === 'none' && !metered() && void keepCopy(registration));
    if (metered()) offline.copy = 'asks';
    else await keepCopy(registration);
  } catch {
    // A browser that keeps nothing (private windows, blocked storage) shows the page as ever.
    offline.copy = 'none';
  }
}

/** Whether the person pays by the byte, as far as the browser says. */
function metered(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string } };
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '');
}

async function keepCopy(registration: ServiceWorkerRegistration): Promise<void> {
  await oneTab(async () => {
    const whole = await fillWhole(() => registration.active ?? registration.waiting ?? registration.installing, (progress) => {
      if (progress.total === 0) return;
      offline.copy = 'filling';
      offline.done = progress.done;
      offline.total = progress.total;
    });
    offline.copy = whole ? 'whole' : 'none';
    if (!whole) await registration.update().catch(() => undefined);
  });
}

const oneTab = (work: () => Promise<void>): Promise<void> => ('locks' in navigator ? navigator.locks.request(lockName, work) : work());

/** Enough for a network that comes and goes; after that it waits until the browser says that it is back. */
const mostFailures = 8;

/** Has a service worker bring in everything; false where it cannot be had now. */
async function fillWhole(find: () => ServiceWorker | null, told?: (progress: Progress) => void): Promise<boolean> {
  for (let failures = 0; ; ) {
    await idle();
    const worker = find();
    const progress = worker && (await order(worker, { type: 'fill', first: pathsHere() }));
    if (progress) told?.(progress);
    if (progress && !progress.stopped && progress.done >= progress.total) return true;
    if ((progress?.stopped && progress.stopped !== 'network') || failures > mostFailures) return false;
    if (progress && !progress.stopped) failures = 0;
    else await patience(failures++);
  }
}

/** The page that is looked at, as the list of files has it. */
function pathsHere(): readonly string[] {
  const root = new URL(resolve('/'), location.href).pathname;
  const path = decodeURIComponent(location.pathname).slice(root.length).replace(/index\.html$/, '');
  return [path, `${path}__data.json`];
}

/** An answer, or nothing where the service worker was ended before it came. */
function order(worker: ServiceWorker, told: Order): Promise<Progress | undefined> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    const late = setTimeout(() => done(undefined), 120_000);
    port1.onmessage = ({ data }: MessageEvent<Progress>) => {
      clearTimeout(late);
      port1.close();
      done(data);
    };
    worker.postMessage(told, [port2]);
  });
}

/** Between two batches: whatever the page has to do goes first. */
const idle = (): Promise<void> => new Promise((done) => ('requestIdleCallback' in window ? requestIdleCallback(() => done(), { timeout: 2_000 }) : setTimeout(done, 100)));

/** Longer after each failure, at most a minute; at once when the network is back. */
const patience = (failures: number): Promise<void> =>
  new Promise((done) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      done();
    };
    const timer = setTimeout(go, Math.min(60_000, 1_000 * 2 ** failures));
    addEventListener('online', go);
  });

function followUpdates(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  let first = serviceWorker.controller === null;
  let asked = false;
  let checked = Date.now();

  /** Announced when all of it is here, so that taking it over needs no network. */
  const announce = async (worker: ServiceWorker) => {
    let whole = metered();
    if (!whole) await oneTab(async () => void (whole = await fillWhole(() => worker)));
    if (whole && worker.state === 'installed') offline.update = 'ready';
  };
  const watch = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', () => worker.state === 'installed' && registration.active && void announce(worker));

  offline.takeOver = () => {
    asked = true;
    const { waiting } = registration;
    if (!waiting) return location.reload();
    // A page that was loaded past its service worker is told of no other.
    waiting.addEventListener('statechange', () => waiting.state === 'activated' && location.reload());
    waiting.postMessage({ type: 'take-over' } satisfies Order);
  };
  serviceWorker.addEventListener('controllerchange', () => {
    if (first) first = false;
    else if (asked) location.reload();
    // Another tab took it over: this one goes on as it is.
    else offline.update = 'elsewhere';
  });
  registration.addEventListener('updatefound', () => watch(registration.installing));
  watch(registration.installing);
  if (registration.waiting && registration.active) void announce(registration.waiting);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checked < hour) return;
    checked = Date.now();
    void registration.update().catch(() => undefined);
  });
}
