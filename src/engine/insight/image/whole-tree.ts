/** The whole file system as a layer leaves it, folder by folder, each file with the layer that it is from. */
import { children, forEachBelow, get, sizeOf } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import { entriesOf, type TakenApart } from './image-layers.ts';
import { changeOf, detailsOf, inOrder, layerFolder, type LayerFile } from './layer-files.ts';

/** What is directly in a folder (`` is the root) after the layer, and what that layer took out of it. */
export function wholeFolder(image: TakenApart, layer: number, folder: string): readonly LayerFile[] {
  const own = image.layers[layer];
  const dir = own?.upper && (folder === '' ? own.upper : get(own.upper, folder));
  if (!own || dir?.type !== 'dir') return [];
  const prefix = folder === '' ? '' : `${folder}/`;
  const removed = layerFolder(own, folder).filter(({ change }) => change === 'removed');
  const there = [...children(dir)].map(([name, node]): LayerFile => {
    const path = prefix + name;
    const from = writerOf(image, layer, path);
    const change = node.type === 'dir' ? (get(own.lower, path) ? 'kept' : 'added') : from === layer ? changeOf(get(own.lower, path), node) : 'unchanged';
    const files = node.type === 'dir' ? filesBelow(node) : 0;
    return { name, path, size: sizeOf(node), files, change, ...(node.type !== 'dir' && from !== undefined && { layer: from }), ...detailsOf(node) };
  });
  return inOrder([...there, ...removed]);
}

const counts = new WeakMap<DirNode, number>();

function filesBelow(dir: DirNode): number {
  let known = counts.get(dir);
  if (known === undefined) {
    let files = 0;
    forEachBelow(dir, (_, node) => {
      if (node.type !== 'dir') files++;
    });
    counts.set(dir, (known = files));
  }
  return known;
}

const written = new WeakMap<TakenApart, ReadonlyMap<string, readonly number[]>>();

/** The highest layer up to this one that holds the path. */
function writerOf(image: TakenApart, layer: number, path: string): number | undefined {
  let known = written.get(image);
  if (!known) {
    const made = new Map<string, number[]>();
    for (const each of image.layers) {
      for (const entry of entriesOf(each)) {
        const layers = made.get(entry.path);
        if (layers) layers.push(each.index);
        else made.set(entry.path, [each.index]);
      }
    }
    written.set(image, (known = made));
  }
  return known.get(path)?.findLast((at) => at <= layer);
}
