/** A client's folder: what travels and what the builder then has is `context`'s business (BuildKit `source/local`, `fsutil`). */
import { receive } from '../../context/index.ts';
import type { Received } from '../../context/index.ts';
import { sizeOf } from '../../fs/index.ts';
import type { Digest } from '../../fs/index.ts';
import type { SourceOp } from '../../graph/op.ts';
import { localCacheMap } from '../keys/source-op.ts';
import { transferLeast, transferRate } from '../schedule/costs.ts';
import type { CacheRecord } from '../cache-store.ts';
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
      const received = receiveFolder(op, job, job.clock.now);
      if ('error' in received) {
        done(undefined, { message: received.error });
        return undefined;
      }
      const report = job.stream.status(vertex, `transferring ${name}:`);
      return job.clock.after(transferTime(received), () => {
        report({ current: received.bytes, completed: true });
        done([keepFolder(name, received, job)]);
      });
    },
  };
}

/** What the builder has of a folder when all that is new of it has come, at a moment of this build; received once. */
export function receiveFolder(op: SourceOp, job: Job, at: number): Received | { readonly error: string } {
  const name = folderName(op);
  const before = job.store.source(name)?.received;
  const known = job.received.get(op);
  if (known?.at === at && known.before === before) return known.received;
  const follow = op.attrs?.['local.followpaths'];
  const sent = job.folder(name, follow === undefined ? undefined : (JSON.parse(follow) as string[]));
  if ('error' in sent) return sent;
  const received = receive(sent.root, before, job.request.now + at);
  job.received.set(op, { at, before, received });
  return received;
}

/** Milliseconds that a transfer takes. */
export const transferTime = ({ bytes }: Received): number => transferLeast + bytes / transferRate;

/** Keeps a folder in place of what there was of it. */
export function keepFolder(name: string, received: Received, job: Job): CacheRecord {
  const kept = job.store.source(name);
  const { root: tree, hashed } = received;
  const snapshot = { tree, layers: [], hashed, fidelity: 'exact' as const, notes: [] };
  const old = kept && job.store.record(kept.record);
  const made = newRecord(job, { type: 'source.local', description: `local source for ${name}`, snapshot, size: sizeOf(tree), inputs: [] });
  const record = old ? { ...made, id: old.id, created: old.created, usageCount: old.usageCount + 1 } : made;
  job.store.putSource(name, { received, record: record.id });
  job.store.putRecord(record);
  if (name === 'context') job.sent.context = { root: tree, transferred: received.bytes };
  return record;
}
