/** Base images as their registries serve them: the catalog's records as an index, manifests, configs and layers. */
import { sha256, sizeOf } from '../fs/index.ts';
import type { Digest, DirNode } from '../fs/node.ts';
import type { BaseImage, ResolveImage } from '../image/base.ts';
import { configJson } from '../image/config-json.ts';
import { indexJson, manifestJson, mediaTypes, type Descriptor } from '../image/manifest.ts';
import { parseReference } from '../image/reference.ts';
import type { Blob, LayerContent } from '../image/store.ts';
import { utf8Length } from '../source/utf8.ts';

/** Platforms that an image is looked for; the first is the one that most machines of a scene are. */
const platforms = ['linux/amd64', 'linux/arm64', 'linux/arm64/v8', 'linux/arm/v7', 'linux/386', 'linux/ppc64le', 'linux/s390x', 'linux/riscv64'];

/** What a reference leads to, with everything below it. */
export interface ServedImage {
  readonly target: Descriptor;
  readonly blobs: ReadonlyMap<Digest, Blob>;
  /** By manifest digest, made when somebody asks. */
  readonly root: (manifest: Digest) => DirNode | undefined;
}

const served = new WeakMap<BaseImage, ServedImage>();

/** A full name with tag or digest → what its publisher serves; undefined for a name that none has. Made once for an answer. */
export function servedImage(name: string, published: ResolveImage): ServedImage | undefined {
  const images = platforms.flatMap((platform): BaseImage[] => {
    const image = published(name, platform);
    return 'error' in image ? [] : [image];
  });
  const first = images[0];
  if (!first) return undefined;
  let made = served.get(first);
  if (!made) served.set(first, (made = serve(first, distinct(images), name)));
  return made;
}

/** One for a manifest: `linux/arm64` and `linux/arm64/v8` may be the same. */
function distinct(images: readonly BaseImage[]): readonly BaseImage[] {
  return images.filter((image, at) => images.findIndex(({ manifestDigest }) => manifestDigest === image.manifestDigest) === at);
}

function serve(first: BaseImage, images: readonly BaseImage[], name: string): ServedImage {
  const parsed = parseReference(name);
  const sources = 'error' in parsed ? [] : [`${parsed.domain}/${parsed.path}`];
  const blobs = new Map<Digest, Blob>();
  const put = (blob: Blob): Descriptor => {
    if (!blobs.has(blob.digest)) blobs.set(blob.digest, { ...blob, sources });
    return { mediaType: blob.mediaType, digest: blob.digest, size: blob.size };
  };
  const manifests = images.map((image) => {
    const config = configJson(image.config);
    const configBlob = put({ mediaType: mediaTypes.config, digest: image.configDigest ?? sha256(config), size: utf8Length(config), text: config });
    const layers = image.layers.map((layer) => put(baseLayerBlob(image, layer)));
    const text = manifestJson(configBlob, layers);
    const [os = '', architecture = '', variant] = image.platform.split('/');
    return { ...put({ mediaType: mediaTypes.manifest, digest: image.manifestDigest, size: utf8Length(text), text }), platform: { architecture, os, ...(variant !== undefined && { variant }) } };
  });
  const only = manifests.find(({ digest }) => digest === first.digest);
  const text = indexJson(manifests);
  const target = only ?? put({ mediaType: mediaTypes.index, digest: first.digest, size: utf8Length(text), text });
  const roots = new Map(images.map((image) => [image.manifestDigest, image]));
  return { target: { mediaType: target.mediaType, digest: target.digest, size: target.size }, blobs, root: (manifest) => roots.get(manifest)?.root };
}

/** A layer of a base image. How much it unpacks to is its share of the whole by compressed size: nobody has recorded more. */
export function baseLayerBlob(image: BaseImage, layer: BaseImage['layers'][number]): Blob & { readonly layer: LayerContent } {
  const { diffId, digest, size } = layer;
  return {
    mediaType: mediaTypes.layer,
    digest,
    size,
    layer: {
      diffId,
      get size() {
        const all = image.layers.reduce((sum, each) => sum + each.size, 0) || 1;
        return Math.round((sizeOf(image.root) * size) / all);
      },
      get whole() {
        return layer === image.layers.at(-1) ? image.root : undefined;
      },
      fidelity: 'modelled',
    },
  };
}
