import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { tree } from './files/tree.ts';

/** Bash in every version, on Alpine. */
export const bash: CatalogImage = {
  repository: 'docker.io/library/bash',
  releases: [
    {
      tags: ['latest', '5', '5.3', '5.3.20'],
      indexDigest: 'sha256:f9399a0b6479c793df9b3b1c99620c0b078102fbdb3a94b699dd58c57b4876e5',
      config: { Env: [standardPath, '_BASH_VERSION=5.3.20', '_BASH_BASELINE=5.3', '_BASH_LATEST_PATCH=20'], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['bash'], WorkingDir: '/' },
      unpackedSize: 15_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/local/bin/bash': 1_500_000, 'usr/local/bin/docker-entrypoint.sh': 340 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:6dafe7759bd773080de41b6ec5ff7d034b4cb6995eeb76c4238efd968e1aa863',
          configDigest: 'sha256:bf379b798f37bad8bbf4685873bc219685ffe1beddbd0189620bd71bdf8acc31',
          created: '2026-09-15T22:25:13Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'ADD alpine-minirootfs-3.24.1-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:9f68f828d22e782684109f43998ae8f608b36077cfb6431cc577e83707eaad2a', size: 2_949_511, createdBy: 'RUN [bash 5.3.20 compiled from source, build tools added and deleted in one step]' },
            { digest: 'sha256:7d2a961c6f772ce80a48479f21f5128eeda69072d6ab513e2d5238420e03e86d', size: 331, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:1d456c55d71df9eeeb4bf2ea5e07711e669e70a713bca5086acdd51b7e8de38b',
          created: '2026-09-15T00:00:00Z',
          layers: [
            { size: 4_075_039, createdBy: 'ADD alpine-minirootfs-3.24.1-aarch64.tar.gz / # buildkit' },
            { size: 3_124_845, createdBy: 'RUN [bash 5.3.20 compiled from source, build tools added and deleted in one step]' },
            { size: 351, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
  ],
};
