import { standardPath, type CatalogImage, type Release } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

const config = (nonroot: boolean): Release['config'] => ({
  User: nonroot ? '65532' : '0',
  Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'],
  WorkingDir: nonroot ? '/home/nonroot' : '/',
});
const root: Release['root'] = () => tree(distrolessFiles);
const platforms: Release['platforms'] = { 'linux/amd64': { created: '1970-01-01T00:00:00Z', layers: [{ size: 104_000, createdBy: 'bazel build base-files' }, { size: 13_000, createdBy: 'bazel build netbase' }, { size: 463_000, createdBy: 'bazel build tzdata' }, { size: 220_000, createdBy: 'bazel build ca-certificates, passwd and group' }] } };
const otherPlatforms = ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le', 'linux/riscv64'];

function release(tags: readonly string[], nonroot: boolean, indexDigest?: Release['indexDigest']): Release {
  return { tags, config: config(nonroot), unpackedSize: 2_100_000, root, otherPlatforms, platforms, ...(indexDigest && { indexDigest }) };
}

/** Certificates, time zones and a user: no shell, no package manager, nothing to run but what is copied in. */
export const distrolessStatic: CatalogImage = {
  repository: 'gcr.io/distroless/static',
  releases: [release(['latest'], false), release(['nonroot'], true)],
};

/** The same under the name of the Debian release it is made from. */
export const distrolessStaticDebian12: CatalogImage = {
  repository: 'gcr.io/distroless/static-debian12',
  releases: [
    release(['latest'], false, 'sha256:d75cdd72874d4790092fcb1b058493ecf6bb5bf2b2b897045b00ff01d91843f2'),
    release(['nonroot'], true, 'sha256:afa5c872c891853ca7fcf1f12c3edb23f7eeef36189728842dd51042ff57f7ab'),
  ],
};
