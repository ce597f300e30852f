/** FROM an image: its layers are named at once, but come in only when something reads them. */
import { sizeOf } from '../../fs/index.ts';
import type { SourceOp } from '../../graph/op.ts';
import type { BaseImage } from '../../image/base.ts';
import { imageCacheMaps } from '../keys/source-op.ts';
import type { Digest } from '../../fs/index.ts';
import { keptMaps } from '../keys/kept-maps.ts';
import type { Job } from './job.ts';
import type { OperationKind } from './kind.ts';
import { newRecord } from './results.ts';

/** The reference as the log prints it: the identifier without its scheme. */
export const imageRef = (op: SourceOp): string => op.identifier.replace(/^docker-image:\/\//, '');

/** The kind of operation that FROM is. */
export function imageSource(op: SourceOp, image: BaseImage, vertex: Digest, job: Job): OperationKind {
  return {
    preparesInputs: false,
    cacheMaps: () => keptMaps(image, () => imageCacheMaps(image)),
    resolving() {
      // One reference is resolved once, for whichever platform comes first.
      if (job.resolved.has(op.identifier)) return;
      job.resolved.add(op.identifier);
      job.stream.status(vertex, `resolve ${imageRef(op)}`)({ completed: true });
    },
    prepare: (ready, _inputs, reporter) => job.pulls.unpack(image, vertex, reporter, ready),
    bring: (ready) => job.pulls.bring(image, vertex, ready),
    execute(_inputs, done) {
      if (image.layers.length === 0) {
        done([undefined]);
        return undefined;
      }
      const snapshot = {
        tree: image.root,
        layers: image.layers.map((layer) => ({ kind: 'base' as const, layer, image })),
        fidelity: image.fidelity,
        notes: [],
      };
      done([newRecord(job, { description: `pulled from ${imageRef(op)}`, snapshot, size: sizeOf(image.root), inputs: [] })]);
      return undefined;
    },
  };
}
