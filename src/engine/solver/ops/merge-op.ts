/** COPY --link's second half, and its inverse: BuildKit `ops/merge.go` and `ops/diff.go`. */
import { applyLayer, emptyDir, layerEntries } from '../../fs/index.ts';
import type { Digest, DirNode } from '../../fs/index.ts';
import type { DiffOp, MergeOp, Vertex } from '../../graph/op.ts';
import { diffCacheMap, mergeCacheMap } from '../keys/merge-op.ts';
import { keptMaps } from '../keys/kept-maps.ts';
import { mergeCost } from '../schedule/costs.ts';
import type { Snapshot, SnapshotLayer } from '../snapshot.ts';
import type { Job } from './job.ts';
import type { OperationKind } from './kind.ts';
import { newRecord } from './results.ts';

/** One file system out of several, each laid over the ones before it. */
export function mergeOperation(vertex: Vertex, op: MergeOp, digest: Digest, job: Job): OperationKind {
  // Files are put together when somebody first reads them.
  let lazy = false;
  return {
    preparesInputs: false,
    cacheMaps: () => keptMaps(op, () => [mergeCacheMap(op)]),
    prepare(ready, inputs) {
      if (!lazy) return ready();
      lazy = false;
      inputs.bring(() => {
        const complete = job.stream.start(digest);
        inputs.prepare(() => {
          const report = job.stream.status(digest, 'merging');
          job.clock.after(mergeCost, () => {
            report({ completed: true });
            complete();
            ready();
          });
        }, digest);
      });
    },
    execute(inputs, done) {
      const merged = op.inputs.flatMap(({ input }) => inputs[input] ?? []);
      if (merged.length === 0) {
        done([undefined]);
        return undefined;
      }
      const tree = merged.slice(1).reduce((below, record) => record.snapshot.layers.reduce(applied, below), merged[0]!.snapshot.tree);
      const snapshot: Snapshot = {
        tree,
        layers: merged.flatMap((record) => record.snapshot.layers),
        fidelity: 'exact',
        notes: [],
      };
      lazy = true;
      const record = newRecord(job, { description: vertex.name ?? 'merge', snapshot, size: 0, inputs, parents: merged });
      done([record]);
      return undefined;
    },
  };
}

/** What one file system has over another, as a file system of its own. */
export function diffOperation(vertex: Vertex, op: DiffOp, job: Job): OperationKind {
  return {
    preparesInputs: false,
    cacheMaps: () => [diffCacheMap(op, vertex.inputs.length)],
    execute(inputs, done) {
      const lower = inputs[op.lower.input]?.snapshot;
      const upper = inputs[op.upper.input]?.snapshot;
      const layers = upper?.layers.slice(sharedLayers(lower, upper)) ?? [];
      const snapshot: Snapshot = { tree: layers.reduce(applied, emptyDir()), layers, fidelity: 'exact', notes: [] };
      const record = newRecord(job, { description: vertex.name ?? 'diff', snapshot, size: 0, inputs });
      return job.clock.after(mergeCost, () => done([record]));
    },
  };
}

function applied(tree: DirNode, layer: SnapshotLayer): DirNode {
  return layer.kind === 'diff' ? applyLayer(tree, layerEntries(layer.lower ?? emptyDir(), layer.upper)) : tree;
}

const sharedLayers = (lower: Snapshot | undefined, upper: Snapshot): number =>
  lower && lower.layers.every((layer, i) => layer === upper.layers[i]) ? lower.layers.length : 0;
