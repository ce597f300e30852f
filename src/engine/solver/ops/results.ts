/** New results as records of the cache. */
import { sizeOf } from '../../fs/index.ts';
import type { DirNode } from '../../fs/index.ts';
import { diffSize } from './diff-size.ts';
import type { CacheRecord, RecordType } from '../cache-store.ts';
import type { Fidelity, ModelNote } from '../record.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Job } from './job.ts';

interface Made {
  readonly type?: RecordType;
  readonly description: string;
  readonly snapshot: Snapshot;
  /** Bytes that it adds. */
  readonly size: number;
  readonly inputs: readonly (CacheRecord | undefined)[];
  /** Whose layers it stands on. */
  readonly parents?: readonly (CacheRecord | undefined)[];
}

/** A record made now, used once: by the build that made it. */
export function newRecord(job: Job, made: Made): CacheRecord {
  const now = job.request.now + job.clock.now;
  return {
    id: job.store.newId('r'),
    type: made.type ?? 'regular',
    description: made.description,
    snapshot: made.snapshot,
    parents: (made.parents ?? []).flatMap((parent) => parent?.id ?? []),
    inputs: made.inputs.map((input) => input?.id),
    build: job.request.number,
    size: made.size,
    created: now,
    lastUsed: job.request.now,
    usageCount: 1,
  };
}

interface Layer {
  readonly tree: DirNode;
  readonly description: string;
  readonly fidelity?: Fidelity;
  readonly notes?: readonly ModelNote[];
}

/** A record whose file system is another's (or nothing's) with one layer on top. */
export function layerRecord(job: Job, parent: CacheRecord | undefined, layer: Layer, inputs: readonly (CacheRecord | undefined)[]): CacheRecord {
  const { tree, description, fidelity = 'exact', notes = [] } = layer;
  const below = parent?.snapshot;
  const created = job.request.now + job.clock.now;
  const size = below ? diffSize(below.tree, tree) : sizeOf(tree);
  return newRecord(job, {
    description,
    snapshot: {
      tree,
      layers: [
        ...(below?.layers ?? []),
        { kind: 'diff', ...(below && { lower: below.tree }), upper: tree, size, created, description, fidelity },
      ],
      fidelity,
      notes,
    },
    size,
    inputs,
    parents: [parent],
  });
}
