/** The keys of what puts file systems together: BuildKit `ops/merge.go` and `ops/diff.go`. */
import { sha256 } from '../../fs/index.ts';
import type { DiffOp, MergeOp } from '../../graph/op.ts';
import { compactJson } from '../../image/go-json.ts';
import type { CacheMap } from './cache-map.ts';

/** COPY --link's second half: the inputs count by their own keys alone. */
export function mergeCacheMap(op: MergeOp): CacheMap {
  const inputs = op.inputs.map(({ input }) => ({ input: input || undefined }));
  return {
    digest: sha256(compactJson({ Type: 'buildkit.merge.v0', Merge: { inputs } })),
    deps: op.inputs.map(() => ({ selector: '' })),
    fields: { layers: String(op.inputs.length) },
  };
}

/** The difference of two file systems as a layer. */
export function diffCacheMap(op: DiffOp, inputs: number): CacheMap {
  const side = ({ input }: { readonly input: number }) => ({ input: input || undefined });
  return {
    digest: sha256(compactJson({ Type: 'buildkit.diff.v0', Diff: { lower: side(op.lower), upper: side(op.upper) } })),
    deps: Array.from({ length: inputs }, () => ({ selector: '' })),
    fields: {},
  };
}
