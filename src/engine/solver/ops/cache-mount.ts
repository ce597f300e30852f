/** `RUN --mount=type=cache`: folders that outlive builds and enter no key (BuildKit `solver/llbsolver/mounts`). */
import { emptyDir, sizeOf } from '../../fs/index.ts';
import type { DirNode } from '../../fs/index.ts';
import type { ExecOp, Graph, Mount } from '../../graph/op.ts';
import type { StoreDraft } from '../cache/store-draft.ts';
import type { CacheRecord } from '../cache-store.ts';
import type { Job } from './job.ts';
import { newRecord } from './results.ts';
import { selected } from './selected.ts';

const mountId = (mount: Mount): string => mount.cacheOpt?.ID ?? mount.dest;

/** What a cache mount holds at the start: what was left in it, else what `from` names, else nothing. */
export function cacheMountRoot(mount: Mount, from: CacheRecord | undefined, job: Job): DirNode {
  const id = job.store.mount(mountId(mount));
  const kept = id === undefined ? undefined : job.store.record(id);
  if (kept) return kept.snapshot.tree;
  const initial = from && selected(from.snapshot.tree, mount.selector);
  return initial?.type === 'dir' ? initial : emptyDir();
}

/** Keeps what a RUN left in a cache mount. */
export function keepCacheMount(mount: Mount, tree: DirNode, op: ExecOp, job: Job): void {
  const id = mountId(mount);
  const known = job.store.mount(id);
  const old = known === undefined ? undefined : job.store.record(known);
  const made = newRecord(job, {
    type: 'exec.cachemount',
    description: `cached mount ${mount.dest} from exec ${op.meta.args.join(' ')} with id "${id}"`,
    snapshot: { tree, layers: [], fidelity: 'exact', notes: [] },
    size: sizeOf(tree),
    inputs: [],
  });
  const record = old ? { ...made, id: old.id, created: old.created, usageCount: old.usageCount + 1 } : made;
  job.store.putRecord(record);
  job.store.putMount(id, record.id);
}

/** Cache mounts of steps that ignore the cache begin empty (`llbsolver/vertex.go: detectPrunedCacheID`). */
export function dropIgnoredCaches(graph: Graph, store: StoreDraft): void {
  for (const vertex of graph.vertices) {
    if (vertex.type !== 'exec' || !vertex.ignoreCache) continue;
    for (const mount of vertex.op.mounts) if (mount.mountType === 'CACHE') store.putMount(mountId(mount), undefined);
  }
}
