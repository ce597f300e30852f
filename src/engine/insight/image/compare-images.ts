/** Two images side by side: what of their files and configs differs. */
import { contentSize, diff, emptyDir } from '../../fs/index.ts';
import type { Node } from '../../fs/node.ts';
import type { TakenApart } from './image-layers.ts';
import { imageReport } from './image-report.ts';

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
  /** The largest differences, by bytes. */
  readonly files: readonly ImageChange[];
  readonly config: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

const most = 500;

/** From the first image to the second. */
export function compareImages(a: TakenApart, b: TakenApart): ImageComparison {
  const before = imageReport(a);
  const after = imageReport(b);
  const root = (image: TakenApart) => image.layers.at(-1)?.upper ?? emptyDir();
  const from = root(a);
  const changes = diff(from, root(b)).filter(({ node }) => node.type !== 'dir');
  const sizeIn = (node: Node | undefined) => (node?.type === 'file' ? contentSize(node.content) : 0);
  const files = changes.map(({ kind, path, node }): ImageChange => {
    const old = kind === 'add' ? undefined : kind === 'delete' ? node : lookUp(from, path);
    return { path, kind, before: sizeIn(old), after: kind === 'delete' ? 0 : sizeIn(node) };
  });
  const count = (kind: ImageChange['kind']) => files.filter((file) => file.kind === kind).length;
  return {
    sizes: [before.size, after.size],
    packed: [before.packed, after.packed],
    shared: sharedLayers(a, b),
    added: count('add'),
    changed: count('modify'),
    removed: count('delete'),
    files: files.sort((x, y) => Math.max(y.before, y.after) - Math.max(x.before, x.after)).slice(0, most),
    config: configChanges(before.config, after.config),
  };
}

function lookUp(root: Parameters<typeof diff>[0], path: string): Node | undefined {
  let node: Node | undefined = root;
  for (const name of path.split('/')) node = node?.type === 'dir' ? node.entries.get(name) : undefined;
  return node;
}

function sharedLayers(a: TakenApart, b: TakenApart): number {
  let shared = 0;
  while (a.layers[shared] && a.layers[shared]?.diffId === b.layers[shared]?.diffId) shared++;
  return shared;
}

function configChanges(before: readonly { readonly name: string; readonly value: string }[], after: typeof before): ImageComparison['config'] {
  const key = ({ name, value }: { readonly name: string; readonly value: string }) => (name === 'Env' || name === 'Label' ? `${name} ${value.split('=')[0]}` : name);
  const old = new Map(before.map((row) => [key(row), row.value]));
  const now = new Map(after.map((row) => [key(row), row.value]));
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name)).map((name) => ({ name, before: old.get(name) ?? '', after: now.get(name) ?? '' }));
}
