/** The files of one layer, folder by folder, and what is in them. */
import { bytesOf, contentSize, get } from '../../fs/index.ts';
import type { Node, Origin } from '../../fs/node.ts';
import { decodeUtf8 } from '../../source/utf8.ts';
import { entriesOf, type ImageLayer } from './image-layers.ts';

export interface LayerFile {
  readonly name: string;
  /** Relative, without leading slash. */
  readonly path: string;
  readonly type: 'file' | 'dir' | 'symlink' | 'other';
  /** `removed`: it hides what lower layers have there. `kept`: a folder around changes. `unchanged`: a file of a lower layer. */
  readonly change: 'added' | 'changed' | 'removed' | 'kept' | 'unchanged';
  /** Place of the layer that a file is from, where all files are listed. */
  readonly layer?: number;
  /** Bytes; of everything of this layer below for a folder. */
  readonly size: number;
  /** Files of this layer below a folder. */
  readonly files: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly target?: string;
  readonly origin?: Origin;
}

/** What the layer has directly in a folder (`` is the root): folders first, both by name. */
export function layerFolder(layer: ImageLayer, folder: string): readonly LayerFile[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const rows = new Map<string, { size: number; files: number; removed: boolean; own: boolean }>();
  for (const { path, type, size, whiteout } of entriesOf(layer)) {
    if (!path.startsWith(prefix) || path === prefix) continue;
    const plain = whiteout ? path.replace(/\.wh\.([^/]*)$/, '$1') : path;
    const rest = plain.slice(prefix.length);
    const slash = rest.indexOf('/');
    const name = slash < 0 ? rest : rest.slice(0, slash);
    const row = rows.get(name) ?? { size: 0, files: 0, removed: false, own: false };
    rows.set(name, row);
    const direct = slash < 0 || slash === rest.length - 1;
    if (direct) row.own = true;
    if (direct && whiteout) row.removed = true;
    if (type !== 'dir' && !whiteout) {
      row.size += size;
      row.files++;
    }
  }
  return inOrder(
    [...rows].map(([name, { size, files, removed }]): LayerFile => {
      const path = prefix + name;
      const before = get(layer.lower, path);
      const node = removed ? before : layer.upper && get(layer.upper, path);
      return { name, path, size, files, change: removed ? 'removed' : changeOf(before, node), ...detailsOf(node) };
    }),
  );
}

/** Folders first, both by name. */
export const inOrder = (files: readonly LayerFile[]): readonly LayerFile[] =>
  [...files].sort((a, b) => Number(b.type === 'dir') - Number(a.type === 'dir') || (a.name < b.name ? -1 : 1));

/** What a layer did to a file that it holds. */
export function changeOf(before: Node | undefined, node: Node | undefined): LayerFile['change'] {
  if (!before || before.type !== node?.type) return 'added';
  return node.type === 'dir' ? 'kept' : 'changed';
}

/** What a node is, beside its name and size. */
export function detailsOf(node: Node | undefined): Pick<LayerFile, 'type' | 'mode' | 'uid' | 'gid' | 'target' | 'origin'> {
  if (!node) return { type: 'other', mode: 0, uid: 0, gid: 0 };
  const { type, mode, uid, gid, origin } = node;
  return {
    type: type === 'file' || type === 'dir' || type === 'symlink' ? type : 'other',
    mode,
    uid,
    gid,
    ...(node.type === 'symlink' && { target: node.target }),
    ...(origin && { origin }),
  };
}

/** What can be shown of a file. */
export type FileContents =
  | { readonly kind: 'text'; readonly text: string; readonly size: number; readonly cut: boolean }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly size: number }
  /** Its bytes are not known: a model wrote it, or it stands for a real one. */
  | { readonly kind: 'described'; readonly size: number };

/** Most bytes that are shown. */
const most = 200_000;

/** The file as this layer holds it, whatever later layers did; undefined where it holds none. */
export function layerFile(layer: ImageLayer, path: string): FileContents | undefined {
  const node = layer.upper && get(layer.upper, path);
  if (node?.type !== 'file') return undefined;
  const size = contentSize(node.content);
  if (node.content.kind === 'described') return { kind: 'described', size };
  const bytes = bytesOf(node.content).subarray(0, most);
  const text = textIn(bytes);
  return text === undefined ? { kind: 'bytes', bytes: bytes.subarray(0, 4096), size } : { kind: 'text', text, size, cut: size > most };
}

/** Bytes as UTF-8; undefined where they are none. */
export function textIn(bytes: Uint8Array): string | undefined {
  if (bytes.subarray(0, 8192).includes(0)) return undefined;
  const text = decodeUtf8(bytes);
  return text.slice(0, -1).includes('\ufffd') ? undefined : text;
}
