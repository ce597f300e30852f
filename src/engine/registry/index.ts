/** The simulated registry: for now, the base images it serves. */
export { catalog, type CatalogImage } from './catalog/index.ts';
export { resolveImage } from './resolve-image.ts';
