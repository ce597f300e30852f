/**
 * `RUN --mount=type=cache`: folders that outlive builds and enter no key (BuildKit `solver/llbsolver/mounts/mount.go`). One id
 * may have several folders: who finds all of them in use gets a new one, or waits where `sharing=locked` says so.
 */
import { changedEntries, emptyDir, get, put, remove, sizeOf } from '../../fs/index.ts';
import type { DirNode } from '../../fs/index.ts';
import type { ExecOp, Graph, Mount } from '../../graph/op.ts';
import type { StoreDraft } from '../cache/store-draft.ts';
import type { CacheRecord } from '../cache-store.ts';
import type { Clock } from '../schedule/clock.ts';
import type { Job } from './job.ts';
import { newRecord } from './results.ts';
import { selected } from './selected.ts';

const mountId = (mount: Mount): string => mount.cacheOpt?.ID ?? mount.dest;

/** Milliseconds after which a RUN looks again whether a locked folder is free. */
const lookAgain = 100;

/** Folders of one RUN by key, taken all at once. */
export type HeldCaches = ReadonlyMap<string, string>;

/** Cache mounts of one build: which folders are in use, and who waits for one. */
export class CacheMounts {
  readonly #clock: Clock;
  readonly #store: StoreDraft;
  readonly #names: Set<string>;
  /** Number of RUNs that use a folder. */
  readonly #users = new Map<string, number>();
  /** The folder that RUNs with `sharing=shared` have in common, by key. */
  readonly #shared = new Map<string, string>();
  readonly #waiting = new Set<() => void>();

  constructor(clock: Clock, store: StoreDraft, names: Iterable<string>) {
    this.#clock = clock;
    this.#store = store;
    this.#names = new Set(names);
  }

  /**
   * Calls back when a RUN has its folders. What is returned gives them back, or gives up the wait. All are taken at once, so
   * that two RUNs never wait for each other.
   */
  take(op: ExecOp, inputs: readonly (CacheRecord | undefined)[], ready: (held: HeldCaches) => void): () => void {
    const since = this.#clock.now;
    let held: HeldCaches | undefined;
    let looks: (() => void) | undefined;
    const look = (): void => {
      looks = undefined;
      held = this.#tryTake(op, inputs);
      if (!held) return;
      this.#waiting.delete(released);
      ready(held);
    };
    const released = (): void => {
      looks ??= this.#clock.after((lookAgain - ((this.#clock.now - since) % lookAgain)) % lookAgain, look);
    };
    this.#waiting.add(released);
    look();
    return () => {
      looks?.();
      this.#waiting.delete(released);
      this.#giveBack(held);
      held = undefined;
    };
  }

  /** Cache mounts of steps that ignore the cache begin empty (`llbsolver/vertex.go: detectPrunedCacheID`). */
  dropIgnored(graph: Graph): void {
    for (const vertex of graph.vertices) {
      if (vertex.type !== 'exec' || !vertex.ignoreCache) continue;
      for (const mount of vertex.op.mounts) if (mount.mountType === 'CACHE') this.#drop(mountId(mount));
    }
  }

  #drop(id: string): void {
    for (const name of this.#names) {
      if (name !== id && !name.startsWith(`${id}:`) && !name.startsWith(`${id}\n`)) continue;
      this.#names.delete(name);
      this.#store.putMount(name, undefined);
    }
  }

  #tryTake(op: ExecOp, inputs: readonly (CacheRecord | undefined)[]): HeldCaches | undefined {
    const held = new Map<string, string>();
    const shared = new Map<string, string>();
    for (const mount of op.mounts) {
      const key = mount.mountType === 'CACHE' ? mountKey(mount, inputs[mount.input]) : undefined;
      if (key === undefined || held.has(key)) continue;
      const sharing = mount.cacheOpt?.sharing ?? 'SHARED';
      const name = this.#find(key, sharing);
      if (name === undefined) return undefined;
      held.set(key, name);
      if (sharing === 'SHARED') shared.set(key, name);
    }
    for (const [key, name] of shared) this.#shared.set(key, name);
    for (const name of held.values()) {
      this.#names.add(name);
      this.#users.set(name, (this.#users.get(name) ?? 0) + 1);
    }
    return held;
  }

  /** A free folder of the key, or the one that is shared, or a new one; undefined where it has to be waited for. */
  #find(key: string, sharing: 'SHARED' | 'PRIVATE' | 'LOCKED'): string | undefined {
    const shared = sharing === 'SHARED' ? this.#shared.get(key) : undefined;
    if (shared !== undefined) return shared;
    const known = [...this.#names].filter((name) => name === key || name.startsWith(`${key}\n`)).sort();
    const free = known.find((name) => !this.#users.has(name));
    if (free !== undefined) return free;
    if (known.length > 0 && sharing === 'LOCKED') return undefined;
    let name = key;
    for (let number = 2; this.#names.has(name); number++) name = `${key}\n${number}`;
    return name;
  }

  #giveBack(held: HeldCaches | undefined): void {
    if (!held) return;
    for (const [key, name] of held) {
      const left = (this.#users.get(name) ?? 0) - 1;
      if (left > 0) {
        this.#users.set(name, left);
        continue;
      }
      this.#users.delete(name);
      if (this.#shared.get(key) === name) this.#shared.delete(key);
    }
    for (const released of [...this.#waiting]) released();
  }
}

/** Folders that begin with other files are others, though their id is the same. */
const mountKey = (mount: Mount, from: CacheRecord | undefined): string => (from ? `${mountId(mount)}:${from.id}` : mountId(mount));

/** What a cache mount holds at the start: what was left in it, else what `from` names, else nothing. */
export function cacheMountRoot(mount: Mount, from: CacheRecord | undefined, held: HeldCaches, job: Job): DirNode {
  const kept = keptIn(held.get(mountKey(mount, from)), job);
  if (kept) return kept.snapshot.tree;
  const initial = from && selected(from.snapshot.tree, mount.selector);
  return initial?.type === 'dir' ? initial : emptyDir();
}

/** Keeps what a RUN left in a cache mount. What another one that shares the folder wrote meanwhile stays. */
export function keepCacheMount(mount: Mount, from: CacheRecord | undefined, change: FolderChange, op: ExecOp, held: HeldCaches, job: Job): void {
  const name = held.get(mountKey(mount, from));
  if (name === undefined) return;
  const old = keptIn(name, job);
  const tree = old ? withChanges(old.snapshot.tree, change) : change.after;
  const made = newRecord(job, {
    type: 'exec.cachemount',
    description: `cached mount ${mount.dest} from exec ${op.meta.args.join(' ')} with id "${mountId(mount)}"`,
    snapshot: { tree, layers: [], fidelity: 'exact', notes: [] },
    size: sizeOf(tree),
    inputs: [],
  });
  const record = old ? { ...made, id: old.id, created: old.created, usageCount: old.usageCount + 1 } : made;
  job.store.putRecord(record);
  job.store.putMount(name, record.id);
}

const keptIn = (name: string | undefined, job: Job): CacheRecord | undefined => {
  const id = name === undefined ? undefined : job.store.mount(name);
  return id === undefined ? undefined : job.store.record(id);
};

/** A folder before and after a RUN. */
interface FolderChange {
  readonly before: DirNode;
  readonly after: DirNode;
}

/** The same changes in a folder that has changed in other places since. */
function withChanges(folder: DirNode, { before, after }: FolderChange): DirNode {
  if (before === after) return folder;
  if (folder === before) return after;
  let tree = folder;
  for (const [name, old, made] of changedEntries(before.entries, after.entries)) {
    const there = get(folder, name);
    if (!made) tree = remove(tree, name);
    else if (made.type === 'dir' && there?.type === 'dir') {
      tree = put(tree, name, withChanges(there, { before: old?.type === 'dir' ? old : emptyDir(), after: made }));
    } else tree = put(tree, name, made);
  }
  return tree;
}
