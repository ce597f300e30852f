import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { buildTools, debianFiles, debianSystem, developmentPrograms } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** The GNU compilers, on Debian with their build tools. */
export const gcc: CatalogImage = {
  repository: 'docker.io/library/gcc',
  releases: [
    {
      tags: ['latest', '16'],
      config: { Env: [standardPath], Cmd: ['bash'], WorkingDir: '/' },
      unpackedSize: 1_450_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), buildTools, developmentPrograms, programs('usr/local/bin', 1_600_000, 'gcc g++ gfortran gccgo cpp')),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 520_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
