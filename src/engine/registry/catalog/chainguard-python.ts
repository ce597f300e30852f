import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { link, tree } from './files/tree.ts';

/** Chainguard's Python: no shell, no pip. */
export const chainguardPython: CatalogImage = {
  repository: 'cgr.dev/chainguard/python',
  releases: [
    {
      tags: ['latest'],
      indexDigest: 'sha256:3f411b4aac1ed9cd6c9dec1486f92a8898737d9d6f95488dd727ca7d6f5254ee',
      config: { User: '65532', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'], Entrypoint: ['/usr/bin/python'], WorkingDir: '/' },
      unpackedSize: 66_000_000,
      root: () => tree(distrolessFiles, { 'usr/bin/python3.14': 6_000_000, 'usr/bin/python': link('python3.14'), 'usr/bin/python3': link('python3.14') }),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 23_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
