import { officialPlatforms, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { buildTools, debianFiles, debianSystem, developmentPrograms } from './files/debian.ts';
import { folder, programs, tree, type Files } from './files/tree.ts';

/** What all of them have: the settings keep documentation of gems out. */
const interpreter: Files = { 'usr/local/bin/ruby': 14_000, ...programs('usr/local/bin', 600, 'gem bundle bundler irb rake erb'), 'usr/local/etc/gemrc': 'gem: --no-document\n', 'usr/local/bundle': folder(0o1777) };

const variables = ['LANG=C.UTF-8', 'RUBY_VERSION=4.0.7', 'GEM_HOME=/usr/local/bundle', 'BUNDLE_SILENCE_ROOT_WARNING=1', 'BUNDLE_APP_CONFIG=/usr/local/bundle', 'PATH=/usr/local/bundle/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'];

/** Ruby with RubyGems and Bundler. */
export const ruby: CatalogImage = {
  repository: 'docker.io/library/ruby',
  releases: [
    {
      tags: ['slim', '4-slim', '4.0-slim', '4.0.7-slim', 'slim-trixie'],
      indexDigest: 'sha256:db9ddd17cc6ac603f2497d98ac5c88e4118908d6f9a45f2422ebee141f91e485',
      config: { Env: variables, Cmd: ['irb'], WorkingDir: '/' },
      unpackedSize: 225_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), interpreter),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:a807e3cf7b1a832e7fa3117fb6dd128a6e96bdeeeaa0682c3cf541b7e06a14ea',
          configDigest: 'sha256:603459cb2a267a7d2a4b3011cda43b63e2b9fb5093e297296b106a8916061f20',
          created: '2026-09-19T01:09:28Z',
          layers: [
            { digest: 'sha256:6b37362b3da78869050b894b799ad4df04f1f3b52774087db0d81151570244c8', size: 29_830_418, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1789689600\'' },
            { digest: 'sha256:09af72f420face6c78ccb097862ce0190c9a819f515d628a2ec253bf89d45757', size: 1_280_863, createdBy: 'RUN [apt-get install ca-certificates]' },
            { digest: 'sha256:9b04752414cc584e14bd5d150ee0309f04eae3dfef5b0425098b77b9fae4e22f', size: 189, createdBy: 'RUN [writes /usr/local/etc/gemrc: gem: --no-document]' },
            { digest: 'sha256:c92a94e793f99421ac552570eea95dbbaddc547f36a3cd6a08bd9863406e2bdf', size: 49_690_785, createdBy: 'RUN [ruby 4.0.7 compiled from source with yjit and zjit, build tools purged in one step]' },
            { digest: 'sha256:f1c92fe08ca83582e5fd76226d689dd6253653639be4806aed03abb64dd8d0af', size: 142, createdBy: 'RUN mkdir "$GEM_HOME"; chmod 1777 "$GEM_HOME"' },
          ],
        },
      },
    },
    {
      tags: ['latest', '4', '4.0'],
      config: { Env: variables, Cmd: ['irb'], WorkingDir: '/' },
      unpackedSize: 1_080_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), buildTools, developmentPrograms, interpreter),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 400_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['alpine'],
      config: { Env: variables, Cmd: ['irb'], WorkingDir: '/' },
      unpackedSize: 125_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), interpreter),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 48_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
