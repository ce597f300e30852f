/** Brings the workbench to life: the saved work, the engine's worker, autosave. Loaded after the first paint. */
import { createStore, del, get, set } from 'idb-keyval';
import { t } from '#messages/index.ts';
import { keepBoth } from '#lib/share/keep-both.ts';
import { EngineClient } from '#lib/worker/client.ts';
import { spawnEngine } from '#lib/worker/spawn.ts';
import { firstSlug } from '#scenarios/first.ts';
import { emptyLog, type Log, type NodeId } from '#engine/workspace/log.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { Autosave, currentKey, restore, type Store } from './autosave.ts';
import { lastWords, withLastWords } from './last-words.ts';
import { withParcels } from './parcels.ts';
import type { Saved } from './saved.ts';
import type { Workbench } from './workbench.svelte.ts';

export interface Beginning {
  /** Where it starts, in place of the scene that the page has. */
  readonly scenario?: Scenario;
  /** Work of its own place in the store, beside that of the scene: where it begins as long as nothing was done to it. */
  readonly apart?: { readonly name: string; readonly log: Log };
  /** Nothing that was kept is looked at, and nothing that is done is kept. */
  readonly fleeting?: boolean;
  /** Work from elsewhere that becomes the reader's own, beside what they have done here. */
  readonly adopt?: Log;
  /** Called when everything is as it was left. */
  readonly onready?: (begun: Begun) => void;
  /** Called where the engine cannot open what `apart` begins with: it was stopped, more than once. */
  readonly onstuck?: () => void;
}

export interface Begun {
  /** Something was done to it before. */
  readonly kept: boolean;
  /** Where the reader stood before something was adopted; absent where they had done nothing. */
  readonly before?: NodeId;
}

/** Connects a workbench to its saved work; the function that is given back ends its worker. */
export function start(bench: Workbench, { scenario, apart, fleeting = false, adopt, onready, onstuck }: Beginning = {}): () => void {
  let client: EngineClient | undefined;
  let ended = false;
  let begun: Log | undefined;
  const { slug } = bench.snapshot.scenario;
  const place = apart ? `${slug}@${apart.name}` : slug;
  const store = fleeting ? memory() : browserStore(place);
  const autosave = new Autosave(store, (state) => (bench.saved = fleeting ? undefined : state));
  const keep = (log: Log) => {
    const saved: Saved = { version: 2, log, ...(bench.open === undefined ? {} : { open: bench.open }) };
    autosave.save(saved);
  };
  const leave = () => {
    if (fleeting) return;
    const unheard = client ? [...client.unconfirmed, ...bench.unsent] : [];
    const words = client && (client.log !== begun || unheard.length > 0) ? lastWords(client.log, autosave.stored, unheard) : undefined;
    if (words) hold(place, JSON.stringify(words));
  };
  const come = () => hold(place, undefined);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', come);
  const said = fleeting ? undefined : held(place);
  if (!fleeting) come();
  void (async () => {
    const restored = await restore(store, (value) => withLastWords(value, said, slug));
    const saved = restored.kind === 'saved' ? restored.saved : undefined;
    const own = saved?.log ?? apart?.log ?? emptyLog(slug);
    const log = adopt ? keepBoth(own, adopt) : own;
    if (ended) return;
    client = new EngineClient({ spawn: spawnEngine, log, scenario, onlog: keep, onrestart: (text) => (bench.notice = { kind: 'info', text }) });
    // What a link begins with is in no store until something is done to it.
    if (said === undefined && !adopt) autosave.stored = apart && !saved ? undefined : log;
    else keep(log);
    begun = said === undefined && !adopt ? log : undefined;
    try {
      await bench.connect(client, log, saved?.open);
    } catch (error) {
      if (ended) return;
      if (!onstuck) throw error;
      return onstuck();
    }
    if (ended) return;
    onready?.({ kept: saved !== undefined, ...(adopt && own.nodes.length > 0 && { before: own.at }) });
    if (restored.kind === 'aside') bench.notice = { kind: 'problem', text: t('state.set-aside', { problem: restored.problem }) };
    if (restored.kind === 'unavailable') bench.notice = { kind: 'problem', text: t('page.keeps-nothing') };
  })();
  return () => {
    leave();
    ended = true;
    client?.close();
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', come);
  };
}

/** A store that forgets. */
const memory = (): Store => {
  const values = new Map<string, unknown>();
  return { get: (key) => Promise.resolve(values.get(key)), set: (key, value) => Promise.resolve(void values.set(key, value)) };
};

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
