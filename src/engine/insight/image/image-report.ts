/** What an image is made of, and what of it is stored for nothing: the numbers and blocks of the layers view. */
import { wasted, type LayerEntry } from '../../fs/index.ts';
import type { Digest } from '../../fs/node.ts';
import type { Message } from '../../source/message.ts';
import { blocksOf, type Block } from './blocks.ts';
import { entriesOf, type ImageLayer, type LayerStep, type TakenApart } from './image-layers.ts';

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
  /** The lowest layers, of the image that this one was built from. */
  readonly base: boolean;
  /** Step of the build that made it, where that build is here. */
  readonly step?: LayerStep;
  /** Largest parts, as shares of the picture. */
  readonly blocks: readonly Block[];
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
  readonly sentence: Message;
}

/** Names that stand for keys and passwords, whatever is in them. */
const secretName = /(?:^|\/)(?:\.env(?:\..+)?|\.npmrc|\.netrc|\.pypirc|id_(?:rsa|dsa|ecdsa|ed25519)|.*\.(?:pem|key|pfx|p12|kdbx)|credentials(?:\.json)?|\.git-credentials)$/;

/** Most ghosts that are told. */
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
    base: layer.base,
    ...(layer.step && { step: layer.step }),
    blocks,
  };
}

/** The config as rows, in the order in which people ask. */
export function configRows(config: TakenApart['config']['config']): ImageReport['config'] {
  const list = (value: readonly string[] | undefined) => (Array.isArray(value) ? JSON.stringify(value) : undefined);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Entrypoint', list(config.Entrypoint)],
    ['Cmd', list(config.Cmd)],
    ['User', config.User || 'root'],
    ['WorkingDir', config.WorkingDir],
    ['ExposedPorts', config.ExposedPorts && Object.keys(config.ExposedPorts).join(', ')],
    ['Volumes', config.Volumes && Object.keys(config.Volumes).join(', ')],
    ['StopSignal', config.StopSignal],
    ['Shell', list(config.Shell)],
    ['Healthcheck', list(config.Healthcheck?.Test)],
    ['OnBuild', list(config.OnBuild)],
    ...(Array.isArray(config.Env) ? config.Env : []).map((entry: string): readonly [string, string] => ['Env', entry]),
    ...Object.entries(config.Labels ?? {}).map(([name, value]): readonly [string, string] => ['Label', `${name}=${value}`]),
  ];
  return rows.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** What the figures come to. */
function sentence(rows: readonly LayerRow[], ghosts: readonly Ghost[], lost: number, size: number): Message {
  const [secret] = ghosts;
  if (secret?.secret) return { id: 'image.secret', values: { path: secret.path, layer: (secret.layers[0] ?? 0) + 1 } };
  if (ghosts.length > 0 && lost > size / 100) return { id: 'image.ghosts', values: { size: { bytes: ghosts.reduce((sum, { bytes }) => sum + bytes, 0) } } };
  const worst = rows.reduce<LayerRow | undefined>((most, row) => (row.wasted > (most?.wasted ?? 0) ? row : most), undefined);
  if (worst && lost > size / 50) return { id: 'image.twice', values: { size: { bytes: lost }, layer: worst.index + 1 } };
  const largest = rows.reduce<LayerRow | undefined>((most, row) => (row.size > (most?.size ?? 0) ? row : most), undefined);
  if (largest) return { id: 'image.largest', values: { label: largest.label, size: { bytes: largest.size } } };
  return { id: rows.length === 0 ? 'image.no-layers' : 'image.no-bytes' };
}
