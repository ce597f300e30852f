import { standardPath, type CatalogImage } from './catalog-image.ts';
import { debugFiles, distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** Distroless with Node.js 22. */
export const distrolessNodejs22: CatalogImage = {
  repository: 'gcr.io/distroless/nodejs22-debian12',
  releases: [
    {
      tags: ['latest'],
      config: { User: '0', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], Entrypoint: ['/nodejs/bin/node'], WorkingDir: '/' },
      unpackedSize: 150_000_000,
      root: () => tree(distrolessFiles, { 'nodejs/bin/node': 98_000_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 52_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['nonroot'],
      indexDigest: 'sha256:13593b7570658e8477de39e2f4a1dd25db2f836d68a0ba771251572d23bb4f8e',
      config: { User: '65532', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], Entrypoint: ['/nodejs/bin/node'], WorkingDir: '/home/nonroot' },
      unpackedSize: 150_000_000,
      root: () => tree(distrolessFiles, { 'nodejs/bin/node': 98_000_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 52_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['debug'],
      config: { User: '0', Env: [`${standardPath}:/busybox`, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], Entrypoint: ['/nodejs/bin/node'], WorkingDir: '/' },
      unpackedSize: 155_000_000,
      root: () => tree(distrolessFiles, debugFiles, { 'nodejs/bin/node': 98_000_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 54_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
