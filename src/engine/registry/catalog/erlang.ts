import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { buildTools, debianFiles, debianSystem, developmentPrograms } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** Erlang/OTP with rebar3. */
export const erlang: CatalogImage = {
  repository: 'docker.io/library/erlang',
  releases: [
    {
      tags: ['latest', '29'],
      config: { Env: [standardPath], Cmd: ['erl'], WorkingDir: '/' },
      unpackedSize: 1_600_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), buildTools, developmentPrograms, programs('usr/local/bin', 600_000, 'erl erlc escript rebar3')),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 560_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['alpine'],
      config: { Env: [standardPath], Cmd: ['erl'], WorkingDir: '/' },
      unpackedSize: 95_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), programs('usr/local/bin', 600_000, 'erl erlc escript rebar3')),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 57_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
