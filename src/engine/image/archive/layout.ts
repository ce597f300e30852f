/** The two layouts that archives of images come in: the OCI image layout, and `manifest.json` as `docker save` has it beside that or instead of it. */

/** Content of the file `oci-layout`. */
export const layoutFile = '{"imageLayoutVersion":"1.0.0"}';

/** Where a layout keeps a blob: `blobs/sha256/…`. */
export function blobPath(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`;
}

/** What an entry of `index.json` says of the image that it names (containerd `images/archive`). */
export const nameAnnotation = 'io.containerd.image.name';
/** The tag alone, or the whole name where somebody else wrote the layout (OCI image layout). */
export const refAnnotation = 'org.opencontainers.image.ref.name';
