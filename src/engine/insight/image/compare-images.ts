/** Two images, or layers of them, side by side: what of their files and configs differs. */
import { contentSize, emptyDir, get } from '../../fs/index.ts';
import type { DirNode, Node } from '../../fs/node.ts';
import { fileDifference, type FileDifference } from './file-difference.ts';
import { entriesOf, type ImageLayer, type TakenApart } from './image-layers.ts';
import { imageReport } from './image-report.ts';
import { sameFile, treeChanges, type TreeChange } from './tree-changes.ts';

export interface ImageChange {
  readonly path: string;
  readonly kind: 'add' | 'modify' | 'delete';
  /** Bytes before and after; 0 where it is not there or not a file. */
  readonly before: number;
  readonly after: number;
}

export interface ImageComparison {
  /** Bytes, unpacked and as they travel, of the first and the second. */
  readonly sizes: readonly [number, number];
  readonly packed: readonly [number, number];
  /** Layers at the bottom that both have. */
  readonly shared: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Files of which nothing but the time differs: they are in no count. */
  readonly times: number;
  /** The largest differences, by bytes. */
  readonly files: readonly ImageChange[];
  readonly config: readonly ConfigChange[];
}

export interface ConfigChange {
  readonly name: string;
  /** Empty where it has none. */
  readonly before: string;
  readonly after: string;
}

/** What is compared: an image, all of it up to a layer, or what one layer holds. */
export interface Side {
  readonly image: TakenApart;
  /** Place of the layer from the bottom, from 0; all of the image where absent. */
  readonly layer?: number;
  /** Only what this layer itself holds. */
  readonly own?: boolean;
}

const most = 500;

/** From the first to the second. */
export function compareSides(a: Side, b: Side): ImageComparison {
  const changes = a.own && b.own ? ownChanges(layerAt(a), layerAt(b)) : treeChanges(treeAt(a), treeAt(b));
  const config = a.layer === undefined && b.layer === undefined ? configChanges(imageReport(a.image).config, imageReport(b.image).config) : [];
  const sum = (side: Side, part: 'size' | 'packed'): number => layersOf(side).reduce((all, layer) => all + layer[part], 0);
  return {
    sizes: [sum(a, 'size'), sum(b, 'size')],
    packed: [sum(a, 'packed'), sum(b, 'packed')],
    shared: sharedLayers(layersOf(a), layersOf(b)),
    ...counted(changes),
    config,
  };
}

/** From the first image to the second. */
export const compareImages = (a: TakenApart, b: TakenApart): ImageComparison => compareSides({ image: a }, { image: b });

/** Changes as a list of files with their counts, the largest first. */
export function counted(changes: readonly TreeChange[]): Pick<ImageComparison, 'added' | 'changed' | 'removed' | 'times' | 'files'> {
  const count = (kind: TreeChange['kind']) => changes.filter((change) => change.kind === kind).length;
  const files = changes.flatMap(({ kind, path, before, after }): ImageChange[] => (kind === 'time' ? [] : [{ path, kind, before: bytesIn(before), after: bytesIn(after) }]));
  return {
    added: count('add'),
    changed: count('modify'),
    removed: count('delete'),
    times: count('time'),
    files: files.sort((x, y) => Math.max(y.before, y.after) - Math.max(x.before, x.after)).slice(0, most),
  };
}

/** One file on both sides. */
export function compareFile(a: Side, b: Side, path: string): FileDifference {
  const nodeOf = (side: Side): Node | undefined => (side.own ? layerNodes(layerAt(side)).get(path) : get(treeAt(side), path));
  return fileDifference(path, nodeOf(a), nodeOf(b));
}

const bytesIn = (node: Node | undefined): number => (node?.type === 'file' ? contentSize(node.content) : 0);

const layerAt = ({ image, layer = image.layers.length - 1 }: Side): ImageLayer | undefined => image.layers[layer];

const treeAt = (side: Side): DirNode => layerAt(side)?.upper ?? emptyDir();

function layersOf({ image, layer = image.layers.length - 1, own }: Side): readonly ImageLayer[] {
  return own ? image.layers.slice(layer, layer + 1) : image.layers.slice(0, layer + 1);
}

/** What a layer's tar holds, by path; a whiteout under its own name. */
function layerNodes(layer: ImageLayer | undefined): ReadonlyMap<string, Node> {
  if (!layer?.upper) return new Map();
  const { upper } = layer;
  const whiteout: Node = { type: 'char', mode: 0, uid: 0, gid: 0, mtime: 0, major: 0, minor: 0 };
  return new Map(
    entriesOf(layer).flatMap(({ path, type, whiteout: deletes }): readonly (readonly [string, Node])[] => {
      if (deletes) return [[path, whiteout]];
      const node = type === 'dir' ? undefined : get(upper, path);
      return node ? [[path, node]] : [];
    }),
  );
}

function ownChanges(a: ImageLayer | undefined, b: ImageLayer | undefined): readonly TreeChange[] {
  const [old, now] = [layerNodes(a), layerNodes(b)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((path): readonly TreeChange[] => {
    const [before, after] = [old.get(path), now.get(path)];
    if (before && after) return before.mtime === after.mtime && sameFile(before, after) ? [] : [{ path, kind: sameFile(before, after) ? 'time' : 'modify', before, after }];
    return [before ? { path, kind: 'delete', before } : { path, kind: 'add', ...(after && { after }) }];
  });
}

function sharedLayers(a: readonly ImageLayer[], b: readonly ImageLayer[]): number {
  let shared = 0;
  while (a[shared] && a[shared]?.diffId === b[shared]?.diffId) shared++;
  return shared;
}

/** Rows of two configs that differ; variables and labels by their names. */
export function configChanges(before: readonly { readonly name: string; readonly value: string }[], after: typeof before): readonly ConfigChange[] {
  const key = ({ name, value }: { readonly name: string; readonly value: string }) => (name === 'Env' || name === 'Label' ? `${name} ${value.split('=')[0]}` : name);
  const old = new Map(before.map((row) => [key(row), row.value]));
  const now = new Map(after.map((row) => [key(row), row.value]));
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name)).map((name) => ({ name, before: old.get(name) ?? '', after: now.get(name) ?? '' }));
}
