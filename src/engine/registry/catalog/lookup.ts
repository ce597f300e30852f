/** From the name of a repository to its base image, for everything in the engine that asks the catalog. */
import '#provided/catalog';
import type { CatalogImage } from './catalog-image.ts';
import { images } from './images.ts';

/** The repositories that publishers serve. */
export const repositories: readonly string[] = [...images.keys()];

/** Whether a repository is a publisher's. */
export const isPublished = (repository: string): boolean => images.has(repository);

/** What is known of a repository, `docker.io/library/golang`; throws `MissingPart` where that is not loaded yet. */
export const imageOf = (repository: string): CatalogImage | undefined => images.get(repository)?.value;
