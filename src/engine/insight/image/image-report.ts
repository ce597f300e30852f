/** What an image is made of, and what of it is stored for nothing: the numbers and blocks of the layers view. */
import { wasted, type LayerEntry } from '../../fs/index.ts';
import type { Digest } from '../../fs/node.ts';
import { formatBytes } from '../../source/figures.ts';
import { entriesOf, type ImageLayer, type TakenApart } from './image-layers.ts';

export interface LayerRow {
  readonly index: number;
  readonly digest: Digest;
  readonly label: string;
  /** Layers that it stands for. */
  readonly count: number;
  readonly size: number;
  readonly packed: number;
  readonly files: number;
  /** Bytes in it that later layers replace or delete. */
  readonly wasted: number;
  /** Paths of lower layers that it deletes. */
  readonly deletes: readonly string[];
  readonly fidelity: 'exact' | 'modelled';
  /** Its files are known. */
  readonly known: boolean;
  /** Largest parts, as shares of the picture. */
  readonly blocks: readonly Block[];
}

/** A folder or a file as an area. */
export interface Block {
  readonly path: string;
  readonly bytes: number;
  readonly files: number;
  /** `ghost`: deleted later and still there; `twice`: stored again by a later layer. */
  readonly waste?: 'ghost' | 'twice';
}

/** A file that was deleted and can still be read. */
export interface Ghost {
  readonly path: string;
  readonly bytes: number;
  /** Layers that hold it and the one that hides it. */
  readonly layers: readonly number[];
  readonly by: number;
  /** Its name says that nobody should read it. */
  readonly secret: boolean;
}

export interface ImageReport {
  readonly platform: string;
  readonly manifest: Digest;
  readonly layers: readonly LayerRow[];
  /** Bytes: unpacked, as it travels, and stored for nothing. */
  readonly size: number;
  readonly packed: number;
  readonly wasted: number;
  /** dive's score, 0 to 1. */
  readonly efficiency: number;
  /** Largest first, secrets before all. */
  readonly ghosts: readonly Ghost[];
  /** Paths stored more than once, with the bytes that nobody sees. */
  readonly twice: readonly { readonly path: string; readonly bytes: number }[];
  readonly config: readonly { readonly name: string; readonly value: string }[];
  readonly sentence: string;
}

/** Names that stand for keys and passwords, whatever is in them. */
const secretName = /(?:^|\/)(?:\.env(?:\..+)?|\.npmrc|\.netrc|\.pypirc|id_(?:rsa|dsa|ecdsa|ed25519)|.*\.(?:pem|key|pfx|p12|kdbx)|credentials(?:\.json)?|\.git-credentials)$/;

/** Most blocks of a layer and most ghosts that are told. */
const mostBlocks = 14;
const mostListed = 200;

/** The report of an image that was taken apart. */
export function imageReport({ manifest, platform, config, layers }: TakenApart): ImageReport {
  const entries = layers.map(entriesOf);
  const waste = wasted(entries);
  const ghosts = waste.files.filter(({ deleted }) => deleted).map(({ path, bytes, layers: held, by }): Ghost => ({ path, bytes, layers: held, by, secret: secretName.test(path) }));
  const hidden = new Map<string, { readonly by: 'ghost' | 'twice'; readonly layers: readonly number[] }>(waste.files.map((file) => [file.path, { by: file.deleted ? 'ghost' : 'twice', layers: file.layers }]));
  const rows = layers.map((layer, at) => rowOf(layer, entries[at] ?? [], hidden));
  const size = rows.reduce((sum, row) => sum + row.size, 0);
  const sorted = [...ghosts].sort((a, b) => Number(b.secret) - Number(a.secret) || b.bytes - a.bytes);
  return {
    platform,
    manifest,
    layers: rows,
    size,
    packed: rows.reduce((sum, row) => sum + row.packed, 0),
    wasted: waste.bytes,
    efficiency: waste.efficiency,
    ghosts: sorted.slice(0, mostListed),
    twice: waste.files.filter(({ deleted }) => !deleted).slice(0, mostListed).map(({ path, bytes }) => ({ path, bytes })),
    config: configRows(config.config ?? {}),
    sentence: sentence(rows, sorted, waste.bytes, size),
  };
}

function rowOf(layer: ImageLayer, entries: readonly LayerEntry[], hidden: ReadonlyMap<string, { readonly by: 'ghost' | 'twice'; readonly layers: readonly number[] }>): LayerRow {
  let lost = 0;
  let files = 0;
  const deletes: string[] = [];
  for (const { path, type, size, whiteout } of entries) {
    if (whiteout) deletes.push(path.replace(/\.wh\.([^/]*)$/, '$1'));
    else if (type !== 'dir') {
      files++;
      if (hidden.get(path)?.layers.includes(layer.index)) lost += size;
    }
  }
  const blocks = blocksOf(entries, (path) => {
    const found = hidden.get(path);
    return found?.layers.includes(layer.index) ? found.by : undefined;
  });
  return {
    index: layer.index,
    digest: layer.digest,
    label: layer.label,
    count: layer.count,
    size: layer.size,
    packed: layer.packed,
    files,
    wasted: lost,
    deletes: deletes.slice(0, 20),
    fidelity: layer.fidelity,
    known: layer.upper !== undefined,
    blocks,
  };
}

interface Folder {
  bytes: number;
  files: number;
  ghost: number;
  twice: number;
  readonly folders: Map<string, Folder>;
  leaf: boolean;
}

const newFolder = (leaf: boolean): Folder => ({ bytes: 0, files: 0, ghost: 0, twice: 0, folders: new Map(), leaf });

/** The largest parts of a layer: folders are opened as long as one of their parts is most of them or there is room. */
function blocksOf(entries: readonly LayerEntry[], wasteOf: (path: string) => 'ghost' | 'twice' | undefined): readonly Block[] {
  const root = newFolder(false);
  for (const { path, type, size, whiteout } of entries) {
    if (whiteout || type === 'dir' || size === 0) continue;
    const waste = wasteOf(path);
    let folder = root;
    const parts = path.split('/');
    for (const [at, part] of ['', ...parts].entries()) {
      if (at > 0) {
        let next = folder.folders.get(part);
        if (!next) folder.folders.set(part, (next = newFolder(at === parts.length)));
        folder = next;
      }
      folder.bytes += size;
      folder.files++;
      if (waste) folder[waste] += size;
    }
  }
  let open: { readonly path: string; readonly folder: Folder }[] = [{ path: '', folder: root }];
  while (open.length < mostBlocks) {
    const widest = open.filter(({ folder }) => !folder.leaf && folder.folders.size > 0).sort((a, b) => b.folder.bytes - a.folder.bytes)[0];
    if (!widest) break;
    const inside = [...widest.folder.folders].map(([name, folder]) => ({ path: widest.path === '' ? name : `${widest.path}/${name}`, folder }));
    if (open.length - 1 + inside.length > mostBlocks * 2 && open.length > 1) break;
    open = [...open.filter((one) => one !== widest), ...inside];
    if (inside.length > mostBlocks * 2) break;
  }
  const sorted = open.filter(({ folder }) => folder.bytes > 0).sort((a, b) => b.folder.bytes - a.folder.bytes);
  const shown = sorted.slice(0, mostBlocks).map(({ path, folder }) => blockOf(path, folder));
  const rest = sorted.slice(mostBlocks);
  if (rest.length > 0) shown.push({ path: `${rest.length} more`, bytes: rest.reduce((sum, { folder }) => sum + folder.bytes, 0), files: rest.reduce((sum, { folder }) => sum + folder.files, 0) });
  return shown;
}

function blockOf(path: string, { bytes, files, ghost, twice }: Folder): Block {
  const waste = ghost > bytes / 2 ? 'ghost' : twice > bytes / 2 ? 'twice' : undefined;
  return { path: path === '' ? '/' : path, bytes, files, ...(waste && { waste }) };
}

function configRows(config: TakenApart['config']['config']): ImageReport['config'] {
  const list = (value: readonly string[] | undefined) => (Array.isArray(value) ? JSON.stringify(value) : undefined);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Entrypoint', list(config.Entrypoint)],
    ['Cmd', list(config.Cmd)],
    ['User', config.User || 'root'],
    ['WorkingDir', config.WorkingDir],
    ['ExposedPorts', config.ExposedPorts && Object.keys(config.ExposedPorts).join(', ')],
    ['Volumes', config.Volumes && Object.keys(config.Volumes).join(', ')],
    ...(Array.isArray(config.Env) ? config.Env : []).map((entry: string): readonly [string, string] => ['Env', entry]),
    ...Object.entries(config.Labels ?? {}).map(([name, value]): readonly [string, string] => ['Label', `${name}=${value}`]),
  ];
  return rows.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function sentence(rows: readonly LayerRow[], ghosts: readonly Ghost[], lost: number, size: number): string {
  const [secret] = ghosts;
  if (secret?.secret) return `Deleting \`${secret.path}\` hid it and freed nothing: it can still be read from layer ${(secret.layers[0] ?? 0) + 1}.`;
  if (ghosts.length > 0 && lost > size / 100) return `Deleting files in a later step hides them and frees nothing: ${formatBytes(ghosts.reduce((sum, { bytes }) => sum + bytes, 0))} are still in the image.`;
  const worst = rows.reduce<LayerRow | undefined>((most, row) => (row.wasted > (most?.wasted ?? 0) ? row : most), undefined);
  if (worst && lost > size / 50) return `${formatBytes(lost)} are stored twice: a later step wrote files of layer ${worst.index + 1} again.`;
  const largest = rows.reduce<LayerRow | undefined>((most, row) => (row.size > (most?.size ?? -1) ? row : most), undefined);
  return largest ? `Nothing is stored for nothing. The largest part is \`${largest.label}\`: ${formatBytes(largest.size)}.` : 'An image without layers: nothing but a config.';
}
