import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { buildTools, debianFiles, debianSystem, developmentPrograms } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** Elixir with Erlang's virtual machine and Mix. */
export const elixir: CatalogImage = {
  repository: 'docker.io/library/elixir',
  releases: [
    {
      tags: ['alpine', '1.20-alpine', 'otp-29-alpine'],
      indexDigest: 'sha256:150a8d1b0201238b1d8730493a8453246d49c95ab903a97d7aff5b4e9363c0bf',
      config: { Env: [standardPath, 'OTP_VERSION=29.0.2', 'REBAR3_VERSION=3.27.0', 'ELIXIR_VERSION=v1.20.1', 'LANG=C.UTF-8'], Cmd: ['iex'], WorkingDir: '/', Labels: { 'org.opencontainers.image.version': '29.0.2' } },
      unpackedSize: 110_000_000,
      root: (architecture) => tree(alpineFiles('3.23.5', architecture), programs('usr/local/bin', 600_000, 'erl erlc escript rebar3'), programs('usr/local/bin', 9_000, 'elixir elixirc iex mix')),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:6e0f5554fd2c16313f108e83b9cb6086ed15664140637e743133e8600041896c',
          configDigest: 'sha256:7ee9f3b3d14cd3176b96d5a0052aca57e49625d5d84df720430e547d5098bc71',
          created: '2026-06-22T20:25:51Z',
          layers: [
            { digest: 'sha256:e6f31ffc071e5560b82a8685fba8214954e5721e3e49269d00958316edbe89fe', size: 3_844_421, createdBy: 'ADD alpine-minirootfs-3.23.5-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:8789ba3a7340d5d166913d6e044ba2bfe0b0abb115ed8305b6f6b86549a930ac', size: 52_764_038, createdBy: 'RUN [Erlang/OTP 29.0.2 and rebar3 3.27.0 compiled from source, build tools added and deleted in one step]' },
            { digest: 'sha256:7b87e488658511cb11bf81344eee8cb0a0a5a75422bdda00590b67a78e0657b3', size: 8_138_729, createdBy: 'RUN [Elixir v1.20.1 compiled from source]' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:1203156d0d4593e8b2ca02a381a61e2b9f5e94a6347969d02dc86062ac7e4561',
          configDigest: 'sha256:400cc78bbcb700077bc798254a4e46078ea278474a9363b0b74781c4e21dec37',
          created: '2026-09-17T22:58:46Z',
          layers: [
            { size: 3_865_317, createdBy: 'ADD alpine-minirootfs-3.23.5-aarch64.tar.gz / # buildkit' },
            { size: 53_050_827, createdBy: 'RUN [Erlang/OTP 29.0.2 and rebar3 3.27.0 compiled from source, build tools added and deleted in one step]' },
            { size: 8_182_966, createdBy: 'RUN [Elixir v1.20.1 compiled from source]' },
          ],
        },
      },
    },
    {
      tags: ['latest', '1.20'],
      config: { Env: [standardPath], Cmd: ['iex'], WorkingDir: '/' },
      unpackedSize: 1_630_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), buildTools, developmentPrograms, programs('usr/local/bin', 600_000, 'erl erlc escript rebar3'), programs('usr/local/bin', 9_000, 'elixir elixirc iex mix')),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 570_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
