/** The base images that the recordings started from, as `bases.json` describes them, as values that the engine resolves. */
import { applyLayer, described, emptyDir, file } from '#engine/fs/index.ts';
import type { Digest, LayerEntry } from '#engine/fs/index.ts';
import type { BaseImage, ResolveImage } from '#engine/image/base.ts';
import type { ImageConfig } from '#engine/image/config.ts';
import { chainId, formatReference, parseReference, withDefaultTag } from '#engine/image/index.ts';
import bases from './bases.json' with { type: 'json' };

interface RecordedEntry {
  readonly path: string;
  readonly type: 'file' | 'dir' | 'symlink';
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: number;
  readonly size?: number;
  readonly sha256?: string;
  readonly text?: string;
  readonly linkname?: string;
}

interface RecordedLayer {
  readonly diffId: Digest;
  readonly digest: Digest;
  readonly size: number;
  readonly entries?: readonly RecordedEntry[];
}

interface RecordedBases {
  readonly images: readonly {
    readonly ref: string;
    readonly digest: Digest;
    readonly platforms: readonly {
      readonly platform: { readonly os: string; readonly architecture: string; readonly variant?: string };
      readonly manifestDigest: Digest;
      readonly config: ImageConfig;
      readonly layers: readonly RecordedLayer[];
    }[];
  }[];
}

const recorded = bases as unknown as RecordedBases;
const entriesByLayer = new Map<Digest, readonly RecordedEntry[]>();
for (const { platforms } of recorded.images) {
  for (const { layers } of platforms) for (const layer of layers) if (layer.entries) entriesByLayer.set(layer.diffId, layer.entries);
}

const images = new Map<string, BaseImage[]>();
for (const { ref, digest, platforms } of recorded.images) {
  const name = `docker.io/library/${ref}`;
  images.set(name, platforms.map(({ platform, manifestDigest, config, layers }) => ({
    ref: name,
    platform: [platform.os, platform.architecture, platform.variant].filter(Boolean).join('/'),
    digest,
    manifestDigest,
    config,
    layers: layers.map((layer) => ({ diffId: layer.diffId, digest: layer.digest, size: layer.size })),
    chainId: chainId(layers.map((layer) => layer.diffId)),
    root: layers.reduce((root, layer) => applyLayer(root, (entriesByLayer.get(layer.diffId) ?? []).map(layerEntry)), emptyDir()),
    fidelity: 'exact' as const,
  })));
}

function layerEntry(entry: RecordedEntry): LayerEntry {
  const { path, type, uid, gid, mtime, size = 0, text, linkname } = entry;
  const node = text === undefined ? described(size, entry.sha256 ?? path) : file(text);
  return {
    path, type, uid, gid, mtime, size: type === 'file' ? size : 0,
    mode: parseInt(entry.mode, 8),
    ...(linkname !== undefined && { linkname }),
    ...(type === 'file' && { content: node.content }),
  };
}

/** The registry of the recordings. A platform matches with or without its variant; an image without an index is for all. */
export const resolveBase: ResolveImage = (text, platform) => {
  const ref = parseReference(text);
  const name = 'error' in ref ? text : formatReference(withDefaultTag(ref));
  const found = images.get(name.replace(/@.*$/, ''));
  const [os, architecture] = platform.split('/');
  const image = found?.find((each) => each.platform === platform) ?? found?.find((each) => each.platform.startsWith(`${os}/${architecture}`)) ?? (found?.length === 1 ? found[0] : undefined);
  return image ?? { error: `${name}: not found` };
};
