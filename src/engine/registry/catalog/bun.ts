import { standardPath, type CatalogImage } from './catalog-image.ts';
import { withAccount } from './files/accounts.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { folder, link, tree } from './files/tree.ts';

const files = { 'usr/local/bin/bun': 93_000_000, 'usr/local/bin/bunx': link('bun'), 'usr/local/bin/docker-entrypoint.sh': 800, 'home/bun/app': folder(0o755, { uid: 1000, gid: 1000 }) };

/** Bun, on Debian and on Alpine. */
export const bun: CatalogImage = {
  repository: 'docker.io/oven/bun',
  releases: [
    {
      tags: ['1-alpine'],
      indexDigest: 'sha256:07235578f79ef8c6f97d94aee7938e76f5cdba5f21ae5dbfdd3d3d38058437eb',
      config: { Env: [standardPath, 'BUN_RUNTIME_TRANSPILER_CACHE_PATH=0', 'BUN_INSTALL_BIN=/usr/local/bin'], Entrypoint: ['/usr/local/bin/docker-entrypoint.sh'], Cmd: ['/usr/local/bin/bun'], WorkingDir: '/home/bun/app' },
      unpackedSize: 125_000_000,
      root: (architecture) => withAccount(tree(alpineFiles('3.24.1', architecture), files), { name: 'bun', uid: 1000, home: '/home/bun', shell: '/bin/sh' }),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 45_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['1', 'latest', '1-debian'],
      config: { Env: [standardPath, 'BUN_RUNTIME_TRANSPILER_CACHE_PATH=0', 'BUN_INSTALL_BIN=/usr/local/bin'], Entrypoint: ['/usr/local/bin/docker-entrypoint.sh'], Cmd: ['/usr/local/bin/bun'], WorkingDir: '/home/bun/app' },
      unpackedSize: 270_000_000,
      root: (architecture) => withAccount(tree(debianFiles(debianSystem('trixie'), architecture), files), { name: 'bun', uid: 1000, home: '/home/bun', shell: '/bin/sh' }),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 95_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['1-slim'],
      config: { Env: [standardPath], Entrypoint: ['/usr/local/bin/docker-entrypoint.sh'], Cmd: ['/usr/local/bin/bun'], WorkingDir: '/home/bun/app' },
      unpackedSize: 195_000_000,
      root: (architecture) => withAccount(tree(debianFiles(debianSystem('trixie'), architecture), files), { name: 'bun', uid: 1000, home: '/home/bun', shell: '/bin/sh' }),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 70_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
