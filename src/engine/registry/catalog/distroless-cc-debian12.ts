import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** Distroless with libgcc and libstdc++. */
export const distrolessCcDebian12: CatalogImage = {
  repository: 'gcr.io/distroless/cc-debian12',
  releases: [
    {
      tags: ['latest'],
      config: { User: '0', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], WorkingDir: '/' },
      unpackedSize: 24_000_000,
      root: () => tree(distrolessFiles),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 10_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['nonroot'],
      indexDigest: 'sha256:9dac0a79194e45a7da0158a9c6da57b217585af0786db3845d1f0ec1a0dd182f',
      config: { User: '65532', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], WorkingDir: '/home/nonroot' },
      unpackedSize: 24_000_000,
      root: () => tree(distrolessFiles),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 10_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
