/** The simulated registry: the base images it serves, and the tags that move while time passes. */
export { catalog, type CatalogImage } from './catalog/index.ts';
export { resolveImage } from './resolve-image.ts';
export { resolverAt, type TagMove } from './tag-moves.ts';
