/**
 * A transfer of a context to the builder, which keeps what it received and only asks for what looks different: fsutil's
 * `Receive` with metadata comparison. Its habits decide what is built: an edit that keeps size and time is not seen, and a
 * directory whose mode changed is changed on disk but keeps its old record in the content hash.
 */
import { changedEntries, contentSize, emptyDir, forEachChild, withEntriesOf, withEntry, withoutEntry } from '../fs/index.ts';
import type { DirNode, Node } from '../fs/index.ts';
import { packetBytes } from './packets.ts';
import type { Requests } from './packets.ts';

/** What the builder has of a context after a transfer. */
export interface Received {
  /** The files, as COPY reads them. */
  readonly root: DirNode;
  /** The tree that the content hash knows, for `contentDigest` with `localRoot`. */
  readonly hashed: DirNode;
  /** Bytes of all packets: what `transferring context: …B` says. */
  readonly bytes: number;
  /** What the client sent: the next transfer is compared with it. */
  readonly sent: DirNode;
}

interface Pair {
  readonly root: DirNode;
  readonly hashed: DirNode;
}

/** Equal for the builder (`DiffMetadata`): it does not ask for the content. */
function looksSame(a: Node, b: Node): boolean {
  if (a.type !== b.type || a.mode !== b.mode || a.uid !== b.uid || a.gid !== b.gid) return false;
  if (a.type === 'dir') return true;
  if (a.mtime !== b.mtime) return false;
  if (a.type === 'file' && b.type === 'file') return contentSize(a.content) === contentSize(b.content) && a.inode === b.inode;
  if (a.type === 'symlink' && b.type === 'symlink') return a.target === b.target;
  return !('major' in a && 'major' in b) || (a.major === b.major && a.minor === b.minor);
}

class Transfer implements Requests {
  private readonly requested = new Set<string>();
  private readonly asking = new Set<string>();
  private readonly now: number;

  constructor(now: number) {
    this.now = now;
  }

  has(path: string): boolean {
    return this.requested.has(path);
  }

  holds(path: string): boolean {
    return this.asking.has(path);
  }

  private request(path: string, node: Node): void {
    if (node.type === 'file') this.requested.add(path);
    else if (node.type === 'dir') {
      this.asking.add(path);
      forEachChild(node, (name, child) => this.request(`${path}/${name}`, child));
    }
  }

  /** Brings a directory that the builder has from the state of `before` to that of `after`. */
  merge(path: string, had: Pair, before: DirNode, after: DirNode): Pair {
    let { entries } = had.root;
    let hashed = had.hashed.entries;
    let touched = false;
    this.asking.add(path);
    for (const [name, old, next] of changedEntries(before.entries, after.entries)) {
      const there = entries.get(name);
      const record = hashed.get(name);
      const place = path === '' ? name : `${path}/${name}`;
      if (!next) {
        entries = withoutEntry(entries, name);
        hashed = withoutEntry(hashed, name);
        touched = true;
      } else if (old?.type === 'dir' && next.type === 'dir' && there?.type === 'dir' && record?.type === 'dir') {
        const pair = this.merge(place, { root: there, hashed: record }, old, next);
        entries = withEntry(entries, name, pair.root);
        hashed = withEntry(hashed, name, pair.hashed);
      } else if (!old || !there || !looksSame(old, next)) {
        this.request(place, next);
        entries = withEntry(entries, name, next);
        hashed = withEntry(hashed, name, next);
        touched = true;
      }
    }
    const root = withEntriesOf(had.root, entries);
    const settled = looksSame(before, after) ? root : { ...root, mode: after.mode, uid: after.uid, gid: after.gid, mtime: after.mtime };
    return { root: touched ? { ...settled, mtime: this.now } : settled, hashed: withEntriesOf(had.hashed, hashed) };
  }
}

/** Transfers `sent` to a builder that has `previous`. `now` is the virtual time of it, which changed directories get. */
export function receive(sent: DirNode, previous?: Received, now = 0): Received {
  const transfer = new Transfer(now);
  const empty = emptyDir();
  const had = previous ?? { root: empty, hashed: empty, sent: empty, bytes: 0 };
  const { root, hashed } = transfer.merge('', had, had.sent, withEntriesOf(had.sent, sent.entries));
  return { root, hashed, sent, bytes: packetBytes(sent, transfer) };
}

/** Bytes that a transfer shows in the log, to a builder that has just what `previous` is, or nothing. */
export function transferSize(sent: DirNode, previous?: DirNode): number {
  return receive(sent, previous && { root: previous, hashed: previous, sent: previous, bytes: 0 }).bytes;
}
