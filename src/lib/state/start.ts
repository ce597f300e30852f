/** Brings the workbench to life: the saved work, the engine's worker, autosave. Loaded after the first paint. */
import { createStore, del, get, set } from 'idb-keyval';
import { t } from '#messages/index.ts';
import { EngineClient } from '#lib/worker/client.ts';
import { spawnEngine } from '#lib/worker/spawn.ts';
import { firstSlug } from '#scenarios/first.ts';
import { emptyLog, type Log } from '#engine/workspace/log.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { Autosave, currentKey, restore, type Store } from './autosave.ts';
import { lastWords, withLastWords } from './last-words.ts';
import { withParcels } from './parcels.ts';
import type { Saved } from './saved.ts';
import type { Workbench } from './workbench.svelte.ts';

/** Connects a workbench, to a scene or to the scenario that is given; the function that is given back ends its worker. */
export function start(bench: Workbench, scenario?: Scenario): () => void {
  let client: EngineClient | undefined;
  let ended = false;
  const { slug } = bench.snapshot.scenario;
  const store = browserStore(slug);
  const autosave = new Autosave(store, (state) => (bench.saved = state));
  const keep = (log: Log) => {
    const saved: Saved = { version: 2, log, ...(bench.open === undefined ? {} : { open: bench.open }) };
    autosave.save(saved);
  };
  const leave = () => {
    const words = client && lastWords(client.log, autosave.stored, [...client.unconfirmed, ...bench.unsent]);
    if (words) hold(slug, JSON.stringify(words));
  };
  const come = () => hold(slug, undefined);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', come);
  const said = held(slug);
  come();
  void (async () => {
    const restored = await restore(store, (value) => withLastWords(value, said, slug));
    const saved = restored.kind === 'saved' ? restored.saved : undefined;
    const log = saved?.log ?? emptyLog(slug);
    client = new EngineClient({ spawn: spawnEngine, log, scenario, onlog: keep, onrestart: (text) => (bench.notice = { kind: 'info', text }) });
    if (ended) return client.close();
    if (said === undefined) autosave.stored = log;
    else keep(log);
    await bench.connect(client, log, saved?.open);
    if (restored.kind === 'aside') bench.notice = { kind: 'problem', text: t('state.set-aside', { problem: restored.problem }) };
    if (restored.kind === 'unavailable') bench.notice = { kind: 'problem', text: t('page.keeps-nothing') };
  })();
  return () => {
    ended = true;
    client?.close();
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', come);
  };
}

/** Each scene keeps its own work; that of the first one lies where it lay before there were others. */
const placeOf = (key: string, slug: string) => (slug === firstSlug ? key : `${key}/${slug}`);

const wordsKey = 'layerscope:last-words';

/** Writes at once, while the page goes; a browser that refuses (private, full) keeps what the store has. */
function hold(slug: string, text: string | undefined): void {
  const key = placeOf(wordsKey, slug);
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    return;
  }
}

function held(slug: string): unknown {
  try {
    const text = localStorage.getItem(placeOf(wordsKey, slug));
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function browserStore(slug: string): Store {
  const database = () => createStore('layerscope', 'work');
  let opened: ReturnType<typeof createStore> | undefined;
  const use = () => (opened ??= database());
  const place = (key: string) => placeOf(key, slug);
  return withParcels({ get: async (key) => get(place(key), use()), set: async (key, value) => set(place(key), value, use()), delete: async (key) => del(place(key), use()) }, currentKey);
}
