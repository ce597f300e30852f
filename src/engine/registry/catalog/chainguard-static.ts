import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { blob, tree } from './files/tree.ts';

/** Chainguard's counterpart of distroless/static. */
export const chainguardStatic: CatalogImage = {
  repository: 'cgr.dev/chainguard/static',
  releases: [
    {
      tags: ['latest'],
      indexDigest: 'sha256:d44809cee093b550944c1f666ff13301f92484bfdd2e53ecaac82b5b6f89647d',
      config: { User: '65532', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], WorkingDir: '/' },
      unpackedSize: 1_400_000,
      root: () => tree(distrolessFiles, { 'usr/share/zoneinfo/tzdata.zi': blob(1_100_000, 'tzdata') }),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 550_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
