import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** Distroless with Node.js 24. */
export const distrolessNodejs24: CatalogImage = {
  repository: 'gcr.io/distroless/nodejs24-debian12',
  releases: [
    {
      tags: ['latest'],
      config: { User: '0', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], Entrypoint: ['/nodejs/bin/node'], WorkingDir: '/' },
      unpackedSize: 165_000_000,
      root: () => tree(distrolessFiles, { 'nodejs/bin/node': 98_000_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 56_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['nonroot'],
      config: { User: '65532', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], Entrypoint: ['/nodejs/bin/node'], WorkingDir: '/home/nonroot' },
      unpackedSize: 165_000_000,
      root: () => tree(distrolessFiles, { 'nodejs/bin/node': 98_000_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 56_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
