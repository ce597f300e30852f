import { standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { tree } from './files/tree.ts';

/** Chainguard's Go, on Wolfi: a shell and a compiler, little else. */
export const chainguardGo: CatalogImage = {
  repository: 'cgr.dev/chainguard/go',
  releases: [
    {
      tags: ['latest'],
      indexDigest: 'sha256:86536f93eb6f89f55d3b6970c5957b332c40da7496d4296ca74c9767250b9a54',
      config: { User: '0', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt', 'GOTOOLCHAIN=local'], Entrypoint: ['/usr/bin/go'], WorkingDir: '/' },
      unpackedSize: 850_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/bin/go': 13_200_000, 'usr/bin/gofmt': 2_900_000, 'usr/bin/gcc': 1_000_000 }),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 260_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
