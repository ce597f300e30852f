/** Images as values: references, configs, histories, manifests. */
export type { BaseImage, BaseLayer, ResolveImage } from './base.ts';
export { chainId } from './chain-id.ts';
export type { ContainerConfig, Healthcheck, HistoryEntry, ImageConfig } from './config.ts';
export { configJson } from './config-json.ts';
export { finishConfig, type FinishedLayer, type FinishOptions, type LayerTime } from './history.ts';
export { indexJson, manifestJson, mediaTypes, type Descriptor } from './manifest.ts';
export { digestError, familiarReference, formatReference, parseReference, withDefaultTag, type Reference } from './reference.ts';
export { childrenOf, isAttestation, isConfig, isIndex, isLayer, isManifest, parse, platformName, samePlatform } from './children.ts';
export { findImage, noSuchImage, parseAnyReference, repositoryOf, sortedImages } from './find-image.ts';
export { collectGarbage, presentBelow } from './garbage.ts';
export { imageDiskUsage, type DiskUsage } from './disk-usage.ts';
export { listImages, manifestsOf, type ImageRow, type ListOptions, type ManifestRow } from './list-images.ts';
export { danglingName, isDangling, putImage, setName, type NewImage } from './new-image.ts';
export { pruneImages, type Pruned, type PruneOptions } from './prune-images.ts';
export { familiar, removeImage, type ImageUser, type Removed, type RemoveOptions } from './remove-image.ts';
export { emptyImageStore, type Blob, type ImageStore, type LayerContent, type StoredImage } from './store.ts';
export { realLayerBlob, type RealLayerBlob } from './real-layer.ts';
export { tagImage } from './tag-image.ts';
