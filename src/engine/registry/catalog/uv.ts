import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** uv, the Python package manager. */
export const uv: CatalogImage = {
  repository: 'ghcr.io/astral-sh/uv',
  releases: [
    {
      tags: ['latest'],
      indexDigest: 'sha256:2d890623d310b57771ce840f0da5eed5fc6d657da05ffaa45d82797b53fa3abc',
      config: { Env: [standardPath], Entrypoint: ['/uv'], WorkingDir: '/io' },
      unpackedSize: 55_000_000,
      root: () => tree(distrolessFiles, { uv: 46_000_000, uvx: 340_000 }),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 22_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
