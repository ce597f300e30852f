import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** Distroless with libgcc and libstdc++. */
export const distrolessCc: CatalogImage = {
  repository: 'gcr.io/distroless/cc',
  releases: [
    {
      tags: ['latest', 'nonroot'],
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
  ],
};
