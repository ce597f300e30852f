/**
 * The tree that file actions write to, with the system calls they make: each gives the kernel's error in Go's words. What is
 * made or changed in a directory sets that directory's modification time, as the kernel does.
 */
import { withEntry, withoutEntry } from '../entries.ts';
import { emptyDir, withEntries } from '../make.ts';
import type { DirNode, Meta, Node, Origin } from '../node.ts';
import { get, MAX_DEPTH, namesOf } from '../paths.ts';
import { scopedPlace, TOO_MANY_LINKS } from '../scoped-path.ts';
import { utf8Length } from '../../source/utf8.ts';

/** Ends an action; `message` is BuildKit's text. Never leaves this folder. */
export class ActionError extends Error {}

/** Where BuildKit mounts what it writes to: texts that are not system-call errors show it. */
export const MOUNT = '<mount>';

/** Bytes of a path, and of a name, that Linux takes. */
const MAX_PATH = 4095;
const MAX_NAME = 255;

/** `fs.RootPath` of containerd's continuity: all links followed, what is missing passed over by its name. */
export function rootPath(root: DirNode, path: string, followLast = true): string {
  const place = scopedPlace(root, path, followLast);
  if (!place) throw new ActionError(TOO_MANY_LINKS);
  if (place.below !== undefined) throw new ActionError(`lstat ${place.below}: not a directory`);
  if (utf8Length(place.path) > MAX_PATH || namesOf(place.path).length > MAX_DEPTH || place.path.split('/').some((name) => utf8Length(name) > MAX_NAME)) {
    throw new ActionError(`lstat ${place.path}: file name too long`);
  }
  return place.path;
}

/** The tree that an action changes, step by step. */
export class Destination {
  root: DirNode;
  readonly now: number;
  readonly origin: Origin | undefined;

  constructor(root: DirNode, now: number, origin: Origin | undefined) {
    this.root = root;
    this.now = now;
    this.origin = origin;
  }

  /** A directory with one entry changed, and so with a new time. */
  withChild(dir: DirNode, name: string, node: Node | undefined): DirNode {
    const entries = node ? withEntry(dir.entries, name, node) : withoutEntry(dir.entries, name);
    return entries === dir.entries ? dir : { ...withEntries(dir, entries), mtime: this.now };
  }

  /** Puts a node at a resolved path whose directory exists; of the directories above, only that one gets a new time. */
  set(path: string, node: Node): void {
    const names = namesOf(path);
    const put = (dir: DirNode, at: number): DirNode => {
      const name = names[at]!;
      if (at === names.length - 1) {
        const existed = dir.entries.get(name) !== undefined;
        return existed && node.type === 'dir' ? withEntries(dir, withEntry(dir.entries, name, node)) : this.withChild(dir, name, node);
      }
      const below = dir.entries.get(name);
      return below?.type === 'dir' ? withEntries(dir, withEntry(dir.entries, name, put(below, at + 1))) : dir;
    };
    if (names.length > 0) this.root = put(this.root, 0);
    else if (node.type === 'dir') this.root = node;
  }

  /** `copy.MkdirAll`: makes what is missing of a resolved path. Gives the paths that were made, outermost first. */
  mkdirAll(path: string, meta: Partial<Meta>): string[] {
    const names = namesOf(path);
    const made: string[] = [];
    for (let n = 1; n <= names.length; n++) {
      const place = '/' + names.slice(0, n).join('/');
      const node = get(this.root, place);
      if (node && node.type !== 'dir') throw new ActionError(`mkdir ${place}: not a directory`);
      if (node) continue;
      this.set(place, emptyDir({ mtime: this.now, ...meta, ...(this.origin && { origin: this.origin }) }));
      made.push(place);
    }
    return made;
  }
}
