import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** Distroless with Python 3. */
export const distrolessPython3: CatalogImage = {
  repository: 'gcr.io/distroless/python3-debian12',
  releases: [
    {
      tags: ['latest'],
      config: { User: '0', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], Entrypoint: ['/usr/bin/python3'], WorkingDir: '/' },
      unpackedSize: 53_000_000,
      root: () => tree(distrolessFiles, { 'usr/bin/python3.11': 6_800_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 19_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['nonroot'],
      indexDigest: 'sha256:7d1042ce588ab97019fe95c24ffca7bc5a82ccdac572511d5e09bda4435c89c5',
      config: { User: '65532', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], Entrypoint: ['/usr/bin/python3'], WorkingDir: '/home/nonroot' },
      unpackedSize: 53_000_000,
      root: () => tree(distrolessFiles, { 'usr/bin/python3.11': 6_800_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 19_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
