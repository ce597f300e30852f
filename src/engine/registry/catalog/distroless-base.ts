import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** Distroless with glibc and OpenSSL. */
export const distrolessBase: CatalogImage = {
  repository: 'gcr.io/distroless/base',
  releases: [
    {
      tags: ['latest', 'nonroot'],
      config: { User: '0', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], WorkingDir: '/' },
      unpackedSize: 21_000_000,
      root: () => tree(distrolessFiles),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 8_500_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
