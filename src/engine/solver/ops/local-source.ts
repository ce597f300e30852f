/** A client's folder: what travels and what the builder then has is `context`'s business (BuildKit `source/local`, `fsutil`). */
import { receive } from '../../context/index.ts';
import { sizeOf } from '../../fs/index.ts';
import type { Digest } from '../../fs/index.ts';
import type { SourceOp } from '../../graph/op.ts';
import { localCacheMap } from '../keys/source-op.ts';
import { transferLeast, transferRate } from '../schedule/costs.ts';
import type { Job } from './job.ts';
import type { OperationKind } from './kind.ts';
import { newRecord } from './results.ts';

/** The name in `local://name`. */
export const folderName = (op: SourceOp): string => op.identifier.replace(/^local:\/\//, '');

/** The kind of operation that brings a client's folder. */
export function localSource(op: SourceOp, vertex: Digest, job: Job): OperationKind {
  const name = folderName(op);
  return {
    preparesInputs: false,
    cacheMaps: () => [localCacheMap(op, job.session)],
    execute(_inputs, done) {
      const follow = op.attrs?.['local.followpaths'];
      const sent = job.folder(name, follow === undefined ? undefined : (JSON.parse(follow) as string[]));
      if ('error' in sent) {
        done(undefined, { message: sent.error });
        return undefined;
      }
      const kept = job.store.source(name);
      const received = receive(sent.root, kept?.received, job.request.now + job.clock.now);
      const report = job.stream.status(vertex, `transferring ${name}:`);
      return job.clock.after(transferLeast + received.bytes / transferRate, () => {
        report({ current: received.bytes, completed: true });
        const { root: tree, hashed } = received;
        const snapshot = { tree, layers: [], hashed, fidelity: 'exact' as const, notes: [] };
        const old = kept && job.store.record(kept.record);
        const made = newRecord(job, { type: 'source.local', description: `local source for ${name}`, snapshot, size: sizeOf(tree), inputs: [] });
        const record = old ? { ...made, id: old.id, created: old.created, usageCount: old.usageCount + 1 } : made;
        job.store.putSource(name, { received, record: record.id });
        job.store.putRecord(record);
        if (name === 'context') job.sent.context = { root: tree, transferred: received.bytes };
        done([record]);
      });
    },
  };
}
