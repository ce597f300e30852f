/** Archives of images: `docker save` and `docker load`, OCI image layouts. */
export { readArchive, type ArchivedImage, type ReadArchive } from './read-archive.ts';
export { writeArchive, type Archived } from './write-archive.ts';
