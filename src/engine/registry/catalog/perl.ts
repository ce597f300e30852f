import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { buildTools, debianFiles, debianSystem, developmentPrograms } from './files/debian.ts';
import { link, programs, tree } from './files/tree.ts';

const files = { 'usr/local/bin/perl5.44.0': 4_000_000, 'usr/local/bin/perl': link('perl5.44.0'), ...programs('usr/local/bin', 30_000, 'cpan cpanm prove perldoc') };

/** Perl with cpanm. */
export const perl: CatalogImage = {
  repository: 'docker.io/library/perl',
  releases: [
    {
      tags: ['slim', '5-slim', '5.44-slim', '5.44.0-slim'],
      indexDigest: 'sha256:240ab367878476aead918d8b2a8b30bccb61d3d37b7e11b150f6fa7102569406',
      config: { Env: [standardPath], Cmd: ['perl5.44.0', '-de0'], WorkingDir: '/usr/src/app' },
      unpackedSize: 160_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), files),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:25e8d7bdf22bacb020851ddba45dd164324b45bc10ffbe86680ad5aec78872d7',
          configDigest: 'sha256:dc76d0870589e64dc8d5d813337570e82837952588584fa57a3c1b09fcd433f9',
          created: '2026-08-25T01:00:29Z',
          layers: [
            { digest: 'sha256:6310eb16bf4251731feab01e8f633bf5e2d75a657ccad97f420b1f83cce457be', size: 29_792_658, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1787529600\'' },
            { digest: 'sha256:eb27dd8176815ac828466cbff725db5b56da0b5ae8ac8368bf87be9085ca3c90', size: 136, createdBy: 'WORKDIR /usr/src/perl' },
            { digest: 'sha256:2864ad9874c586017dfdb88eea632c64fb682f88f5c996c7eb82dec020664abc', size: 32_167_223, createdBy: 'RUN [perl 5.44.0 compiled from source, cpanm, cpm; keeps ca-certificates curl make netbase zlib1g-dev libssl-dev]' },
            { digest: 'sha256:e61079d1a8f0c2c088db6546a798f3454fc8375c0ea35b14846c857d05768be2', size: 131, createdBy: 'WORKDIR /usr/src/app' },
          ],
        },
      },
    },
    {
      tags: ['latest'],
      config: { Env: [standardPath], Cmd: ['perl5.44.0', '-de0'], WorkingDir: '/' },
      unpackedSize: 970_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), buildTools, developmentPrograms, files),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 345_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
