/**
 * A client's folder: BuildKit `source/local` and `fsutil`. The builder keeps what was sent under the folder's name, and a file
 * whose size, mode and modification time are unchanged does not travel again, even where its content differs.
 */
import { changedEntries, contentSize, emptyDir, put, sizeOf, withMeta } from '../../fs/index.ts';
import type { DirNode, Node } from '../../fs/index.ts';
import { transferSize } from '../../context/index.ts';
import type { SourceOp } from '../../graph/op.ts';
import { localCacheMap } from '../keys/source-op.ts';
import { transferLeast, transferRate } from '../schedule/costs.ts';
import type { Digest } from '../../fs/index.ts';
import type { Job } from './job.ts';
import type { OperationKind } from './kind.ts';
import { newRecord } from './results.ts';

/** The name in `local://name`. */
export const folderName = (op: SourceOp): string => op.identifier.replace(/^local:\/\//, '');

export function localSource(op: SourceOp, vertex: Digest, job: Job): OperationKind {
  const name = folderName(op);
  return {
    preparesInputs: false,
    cacheMaps: () => [localCacheMap(op, job.session)],
    execute(_inputs, done) {
      const follow = op.attrs?.['local.followpaths'];
      const sent = job.folder(name, follow === undefined ? undefined : (JSON.parse(follow) as string[])) ?? emptyDir();
      const kept = job.store.source(name);
      const bytes = transferSize(sent, kept?.root);
      const report = job.stream.status(vertex, `transferring ${name}:`);
      return job.clock.after(transferLeast + bytes / transferRate, () => {
        report({ current: bytes, completed: true });
        const tree = received(sent, kept?.root);
        const snapshot = { tree, layers: [], local: true as const, fidelity: 'exact' as const, notes: [] };
        const old = kept && job.store.record(kept.record);
        const made = newRecord(job, { type: 'source.local', description: `local source for ${name}`, snapshot, size: sizeOf(tree), inputs: [] });
        const record = old ? { ...made, id: old.id, created: old.created, usageCount: old.usageCount + 1 } : made;
        job.store.putSource(name, { root: tree, record: record.id });
        job.store.putRecord(record);
        if (name === 'context') job.sent.context = { root: tree, transferred: bytes };
        done([record]);
      });
    },
  };
}

/** What the builder has after a transfer: what was sent, but for files that looked unchanged. */
export function received(sent: DirNode, kept: DirNode | undefined): DirNode {
  if (!kept || sent === kept) return sent;
  let tree = sent;
  for (const [name, before, after] of changedEntries(kept.entries, sent.entries)) {
    if (!before || !after) continue;
    const merged = after.type === 'dir' && before.type === 'dir' ? received(after, before) : looksSame(before, after) ? before : after;
    if (merged !== after) tree = put(tree, name, merged);
  }
  return tree;
}

function looksSame(before: Node, after: Node): boolean {
  return (
    before.type === 'file' && after.type === 'file' && before.content !== after.content &&
    contentSize(before.content) === contentSize(after.content) &&
    before.mode === after.mode && before.mtime === after.mtime && before.uid === after.uid && before.gid === after.gid
  );
}

/** The same tree with every node owned by root, as a client's files arrive. */
export function ownedByRoot(root: DirNode): DirNode {
  const known = rooted.get(root);
  if (known) return known;
  let tree = root.uid === 0 && root.gid === 0 ? root : withMeta(root, { uid: 0, gid: 0 });
  for (const [name, , node] of changedEntries(emptyDir().entries, root.entries)) {
    if (!node) continue;
    const owned = node.type === 'dir' ? ownedByRoot(node) : node.uid === 0 && node.gid === 0 ? node : withMeta(node, { uid: 0, gid: 0 });
    if (owned !== node) tree = put(tree, name, owned);
  }
  rooted.set(root, tree);
  return tree;
}

const rooted = new WeakMap<DirNode, DirNode>();
