/**
 * Copies one source node over one destination node: fsutil's `copier.copy`, as a function on immutable trees. A part of the
 * source that arrives unchanged is not copied at all but shared.
 */
import { forEachChild, NO_ENTRIES } from '../entries.ts';
import { isShareable } from '../make.ts';
import type { DirNode, FileNode, Meta, Node } from '../node.ts';
import type { Matcher, ParentMatches } from '../patterns/matcher.ts';
import { ActionError, MOUNT } from './destination.ts';
import type { Destination } from './destination.ts';
import type { Owner } from './owner.ts';
import type { ModeChange } from './symbolic-mode.ts';

export interface MergeOptions {
  readonly owner?: Owner;
  readonly mode?: ModeChange;
  /** Milliseconds; replaces the times of the sources. */
  readonly mtime?: number;
  readonly include?: Matcher;
  readonly exclude?: Matcher;
  readonly replace: boolean;
}

/** What the entries of a directory need of the matches above them. */
interface Above {
  readonly include?: ParentMatches | undefined;
  readonly exclude?: ParentMatches | undefined;
}

export class Merge {
  private readonly to: Destination;
  private readonly options: MergeOptions;
  private readonly inodes = new Map<object, object>();
  private readonly keepsMeta: boolean;

  constructor(to: Destination, options: MergeOptions) {
    this.to = to;
    this.options = options;
    this.keepsMeta = !options.owner && !options.mode && options.mtime === undefined;
  }

  /** Metadata of a copy (`copyFileInfo`). Links keep their mode. */
  private metaOf(node: Node): Partial<Meta> {
    const { owner, mode, mtime } = this.options;
    return {
      ...owner,
      ...(mode && node.type !== 'symlink' && { mode: mode(node.mode, node.type === 'dir') }),
      ...(mtime !== undefined && { mtime }),
    };
  }

  /** A copy of something that is not a directory. Names of one inode stay names of one inode. */
  private leaf(node: Exclude<Node, DirNode>): Node {
    if (node.type === 'socket') {
      const { mode, uid, gid, mtime } = node;
      const stub: FileNode = { type: 'file', mode, uid, gid, mtime, content: { kind: 'bytes', bytes: new Uint8Array(0) } };
      return { ...stub, ...this.metaOf(node) };
    }
    if (node.type === 'file' && node.inode) {
      const inode = this.inodes.get(node.inode) ?? {};
      this.inodes.set(node.inode, inode);
      return { ...node, ...this.metaOf(node), inode };
    }
    return this.keepsMeta ? node : { ...node, ...this.metaOf(node) };
  }

  /** The copy of `node` over `target`, or `target` itself where the patterns leave it out. `place` is only for error texts. */
  merge(node: Node, target: Node | undefined, rel: string, place: string, above: Above): Node | undefined {
    const matches: { include?: ParentMatches; exclude?: ParentMatches } = {};
    let included = true;
    let excluded = false;
    if (rel !== '') {
      const { include, exclude } = this.options;
      if (include) {
        const result = include.matchBelow(rel, above.include);
        if (result.error) throw new ActionError(`failed to match includepatterns: ${result.error}`);
        matches.include = result.matches;
        included = result.matched;
      }
      if (exclude) {
        const result = exclude.matchBelow(rel, above.exclude);
        if (result.error) throw new ActionError(`failed to match excludepatterns: ${result.error}`);
        matches.exclude = result.matches;
        excluded = result.matched;
      }
      if (excluded) included = false;
    }
    if (node.type !== 'dir') {
      if (!included) return target;
      if (target?.type === 'dir' && !this.options.replace) {
        throw new ActionError(`cannot replace to directory ${MOUNT}${place} with file`);
      }
      return this.leaf(node);
    }
    const replaced = included && this.options.replace && target?.type !== 'dir' ? undefined : target;
    return this.directory(node, replaced, rel, place, included, excluded, matches);
  }

  private directory(node: DirNode, target: Node | undefined, rel: string, place: string, included: boolean, excluded: boolean, matches: Above): Node | undefined {
    if (included && target && target.type !== 'dir') throw new ActionError(`cannot copy to non-directory: ${MOUNT}${place}`);
    const { include, exclude } = this.options;
    if (included && !target && !include && !exclude && this.keepsMeta && isShareable(node)) return node;
    if (excluded && !exclude?.hasExceptions) return target;

    const base: DirNode | undefined = target?.type === 'dir' ? target : undefined;
    let result: DirNode = base ?? { ...node, ...this.metaOf(node), entries: NO_ENTRIES };
    let touched = false;
    forEachChild(node, (name, child) => {
      const before = result.entries.get(name);
      const after = this.merge(child, before, rel === '' ? name : `${rel}/${name}`, `${place === '/' ? '' : place}/${name}`, matches);
      if (!included && !touched && after !== before) {
        if (target && target.type !== 'dir') throw new ActionError(`cannot copy to non-directory: ${MOUNT}${place}`);
        touched = true;
      }
      result = this.to.withChild(result, name, after);
    });
    if (!included) {
      if (!touched) return target;
      return base ? { ...result, mode: node.mode } : result;
    }
    return rel === '' ? this.settleTop(node, base, result) : { ...result, ...this.infoOf(node) };
  }

  /** All metadata of a source directory, changed as asked for: sub-directories get it whether they were there or not. */
  private infoOf(node: DirNode): Partial<Meta> {
    const { mode, uid, gid, mtime, xattrs } = node;
    return { mode, uid, gid, mtime, ...(xattrs && { xattrs }), ...this.metaOf(node) };
  }

  /** The directory that was named as source: where its copy was there before, only the times are taken over. */
  private settleTop(node: DirNode, base: DirNode | undefined, result: DirNode): DirNode {
    if (!base) return { ...result, ...this.infoOf(node) };
    return { ...result, mtime: this.options.mtime ?? node.mtime };
  }
}
