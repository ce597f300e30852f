/** ADD of a URL or a repository. Nothing is downloaded: a file, or a folder with one, stands in, and the record says so. */
import { baseName, described, dirOf, sha256 } from '../../fs/index.ts';
import type { SourceOp } from '../../graph/op.ts';
import { remoteCacheMap } from '../keys/source-op.ts';
import { metadataLoad, pullRate } from '../schedule/costs.ts';
import type { Job } from './job.ts';
import type { OperationKind } from './kind.ts';
import { newRecord } from './results.ts';

/** Bytes of what stands in for a download. */
const assumedSize = 1_000_000;

/** The kind of operation that stands in for a download. */
export function remoteSource(op: SourceOp, job: Job): OperationKind {
  const name = op.attrs?.['http.filename'] ?? baseName(op.identifier.replace(/[?#].*$/, '')) ?? 'download';
  return {
    preparesInputs: false,
    cacheMaps: () => [remoteCacheMap(op, sha256(op.identifier))],
    execute(_inputs, done) {
      return job.clock.after(metadataLoad + assumedSize / pullRate, () => {
        const tree = dirOf([[name, described(assumedSize, op.identifier, { mode: 0o600 })]]);
        const note = {
          command: op.identifier, fidelity: 'not-simulated' as const, duration: metadataLoad, bytes: assumedSize,
          basis: 'Nothing is downloaded; a file of 1 MB stands in.',
        };
        const snapshot = { tree, layers: [], fidelity: 'not-simulated' as const, notes: [note] };
        done([newRecord(job, { description: op.identifier, snapshot, size: assumedSize, inputs: [] })]);
      });
    },
  };
}
