/** What of an image is pushed: everything its target leads to where it is all here, else the one manifest that is (dockerd `getPushDescriptor`). */
import { childrenOf, isAttestation, isIndex, isManifest, parse, platformName, samePlatform } from '../image/children.ts';
import type { Descriptor } from '../image/manifest.ts';
import type { Blob, ImageStore, StoredImage } from '../image/store.ts';

export interface PushPlan {
  readonly target: Descriptor;
  /** Configs, layers and statements, in the order in which manifests name them; each once. */
  readonly blobs: readonly Blob[];
  /** Manifests, then indexes: nothing before what it leads to. */
  readonly manifests: readonly Blob[];
  /** Whether a manifest is pushed in place of an index of which parts are missing here. */
  readonly instead: boolean;
}

/** The plan, or why there is none. `name` as people write it, for the words. */
export function planPush(store: ImageStore, image: StoredImage, platform: string | undefined, name: string): PushPlan | { readonly error: string } {
  const whole = platform === undefined ? everything(store, image.target) : undefined;
  if (whole) return { target: image.target, ...whole, instead: false };
  const target = image.target;
  const index = store.blobs.get(target.digest);
  const manifests = (index && isIndex(index.mediaType) ? childrenOf(index) : [target]).filter((each) => !isAttestation(each) && everything(store, each) !== undefined);
  const fitting = platform === undefined ? manifests : manifests.filter((each) => samePlatform(platformOf(store, each), platform));
  const only = fitting[0];
  const wanted = platform === undefined ? 'any platform' : `the specified platform (${platform})`;
  if (!only) return { error: `image with reference ${name} was found but does not provide ${wanted}` };
  if (platform === undefined && fitting.length > 1 && !fitting.some((each) => samePlatform(platformOf(store, each), hostPlatform))) {
    return { error: 'multiple matching manifests found but no specific platform requested' };
  }
  const chosen = platform === undefined ? (fitting.find((each) => samePlatform(platformOf(store, each), hostPlatform)) ?? only) : only;
  const parts = everything(store, chosen);
  return parts ? { target: chosen, ...parts, instead: platform === undefined && chosen.digest !== target.digest } : { error: `content digest ${chosen.digest}: not found` };
}

/** What machines of a scene are. */
export const hostPlatform = 'linux/amd64';

/** `linux/amd64`, from the descriptor or else from the config that its manifest leads to. */
export function platformOf(store: ImageStore, manifest: Descriptor): string {
  if (manifest.platform) return platformName(manifest.platform);
  const blob = store.blobs.get(manifest.digest);
  const config = blob && childrenOf(blob)[0];
  const { os, architecture, variant } = parse((config && store.blobs.get(config.digest)?.text) ?? '');
  return platformName({ os: String(os), architecture: String(architecture), variant: typeof variant === 'string' ? variant : undefined });
}

/** All that a descriptor leads to; undefined where something is not here. */
export function everything(store: ImageStore, target: Descriptor): Pick<PushPlan, 'blobs' | 'manifests'> | undefined {
  const blobs = new Map<string, Blob>();
  const manifests = new Map<string, Blob>();
  const indexes: Blob[] = [];
  const visit = (descriptor: Descriptor): boolean => {
    const blob = store.blobs.get(descriptor.digest);
    if (!blob) return false;
    if (isIndex(blob.mediaType)) indexes.push(blob);
    else if (isManifest(blob.mediaType)) manifests.set(blob.digest, blob);
    else blobs.set(blob.digest, blob);
    return childrenOf(blob).every(visit);
  };
  return visit(target) ? { blobs: [...blobs.values()], manifests: [...manifests.values(), ...indexes.reverse()] } : undefined;
}
