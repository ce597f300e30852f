/**
 * Keeps what was opened apart from the log that names it: the log is written with each edit, and a project of many
 * megabytes does not change with it. Each import lies under a key of its own, written once and removed with its action.
 */
import type { Store } from './autosave.ts';
import { inFormOfToday } from './older-saves.ts';

/** A store that can also forget. */
export interface ParcelStore extends Store {
  delete(key: string): Promise<void>;
}

const prefix = 'layerscope/import/';

/** What stands in a stored log for an import: the key that it lies under. */
interface Parcel {
  readonly type: 'import';
  readonly parcel: string;
}

/** The store with imports of the logs that it keeps under `logKey` taken out on the way in and put back on the way out. */
export function withParcels(store: ParcelStore, logKey: string, newId: () => string = () => crypto.randomUUID()): Store {
  const places = new WeakMap<object, string>();
  let held: ReadonlySet<string> = new Set();
  return {
    async get(key) {
      const value = await store.get(key);
      if (key !== logKey) return value;
      const found = new Set<string>();
      const whole = await mapImports(inFormOfToday(value), async (action) => {
        if (!isParcel(action)) return action;
        found.add(action.parcel);
        const kept = await store.get(action.parcel);
        if (typeof kept !== 'object' || kept === null) return action;
        places.set(identity(kept), action.parcel);
        return kept;
      });
      held = found;
      return whole;
    },
    async set(key, value) {
      if (key !== logKey) return store.set(key, value);
      const used = new Set<string>();
      const packed = await mapImports(value, async (action) => {
        const known = identity(action);
        const place = places.get(known) ?? prefix + newId();
        if (!places.has(known)) await store.set(place, action);
        places.set(known, place);
        used.add(place);
        return { type: 'import', parcel: place } satisfies Parcel;
      });
      await store.set(key, packed);
      for (const place of held) if (!used.has(place)) await store.delete(place);
      held = used;
    },
  };
}

/** What stays the same object of an import, from the store through its validation into the log and back. */
const identity = (action: object): object => ('files' in action && Array.isArray(action.files) ? action.files : action);

const isParcel = (action: object): action is Parcel => 'parcel' in action && typeof action.parcel === 'string' && action.parcel.startsWith(prefix);

/** A saved value with the imports of its log replaced; anything else as it is. */
async function mapImports(value: unknown, replace: (action: object) => Promise<object>): Promise<unknown> {
  if (!hasNodes(value)) return value;
  const nodes: unknown[] = [];
  for (const node of value.log.nodes) nodes.push(isImport(node) ? { ...node, action: await replace(node.action) } : node);
  return { ...value, log: { ...value.log, nodes } };
}

const isImport = (node: unknown): node is { readonly action: object } =>
  typeof node === 'object' && node !== null && 'action' in node && typeof node.action === 'object' && node.action !== null && 'type' in node.action && node.action.type === 'import';

function hasNodes(value: unknown): value is { readonly log: { readonly nodes: readonly unknown[] } } {
  return typeof value === 'object' && value !== null && 'log' in value && typeof value.log === 'object' && value.log !== null && 'nodes' in value.log && Array.isArray(value.log.nodes);
}
