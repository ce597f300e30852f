/** Images as values: references, configs, histories, manifests. */
export type { BaseImage, BaseLayer, ResolveImage } from './base.ts';
export { chainId } from './chain-id.ts';
export type { ContainerConfig, Healthcheck, HistoryEntry, ImageConfig } from './config.ts';
export { configJson } from './config-json.ts';
export { finishConfig, type FinishedLayer, type FinishOptions, type LayerTime } from './history.ts';
export { indexJson, manifestJson, mediaTypes, type Descriptor } from './manifest.ts';
export { digestError, familiarReference, formatReference, parseReference, withDefaultTag, type Reference } from './reference.ts';
