import { standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { distrolessFiles } from './files/distroless.ts';
import { pythonFiles } from './files/python.ts';
import { tree } from './files/tree.ts';

const uvFiles = { 'usr/local/bin/uv': 46_000_000, 'usr/local/bin/uvx': 340_000 };

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
    {
      tags: ['python3.13-bookworm-slim'],
      config: { Env: [standardPath, 'UV_TOOL_BIN_DIR=/usr/local/bin'], Cmd: ['/usr/local/bin/uv'], WorkingDir: '/' },
      unpackedSize: 180_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('bookworm'), architecture), pythonFiles('3.13.14'), uvFiles),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 65_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['python3.13-alpine'],
      config: { Env: [standardPath, 'UV_TOOL_BIN_DIR=/usr/local/bin'], Cmd: ['/usr/local/bin/uv'], WorkingDir: '/' },
      unpackedSize: 105_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), pythonFiles('3.13.14'), uvFiles),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 39_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
