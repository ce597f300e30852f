import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** Chainguard's Node.js: no shell. */
export const chainguardNode: CatalogImage = {
  repository: 'cgr.dev/chainguard/node',
  releases: [
    {
      tags: ['latest'],
      indexDigest: 'sha256:140e2bda3b36b7c19ffaff951f21942d05d24cc77089cd7a9d9c91aece88a549',
      config: { User: '65532', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], Entrypoint: ['/usr/bin/node'], WorkingDir: '/app' },
      unpackedSize: 155_000_000,
      root: () => tree(distrolessFiles, { 'usr/bin/node': 98_000_000, 'usr/bin/npm': 3_000 }),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 52_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
