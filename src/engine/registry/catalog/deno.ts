import { standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { folder, tree } from './files/tree.ts';

const files = { 'bin/deno': 145_000_000, tini: 24_000, 'usr/local/bin/docker-entrypoint.sh': 600, 'deno-dir': folder() };

/** Deno, on Debian and on Alpine. */
export const deno: CatalogImage = {
  repository: 'docker.io/denoland/deno',
  releases: [
    {
      tags: ['2.6.9'],
      indexDigest: 'sha256:2221eafd8a7556693307ad9889a79d4974e1844a6964acbe466ab9faa15d37bf',
      config: { Env: [standardPath, 'DENO_USE_CGROUPS=1', 'DENO_DIR=/deno-dir/', 'DENO_INSTALL_ROOT=/usr/local'], Entrypoint: ['/tini', '--', 'docker-entrypoint.sh'], Cmd: ['eval', 'console.log(\'Welcome to Deno!\')'], WorkingDir: '/' },
      unpackedSize: 200_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), files),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 72_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['latest', '2', '2.9.5'],
      config: { Env: [standardPath, 'DENO_USE_CGROUPS=1', 'DENO_DIR=/deno-dir/', 'DENO_INSTALL_ROOT=/usr/local'], Entrypoint: ['/tini', '--', 'docker-entrypoint.sh'], Cmd: ['eval', 'console.log(\'Welcome to Deno!\')'], WorkingDir: '/' },
      unpackedSize: 210_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), files),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 75_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['alpine', 'alpine-2.9.5'],
      config: { Env: [standardPath, 'DENO_DIR=/deno-dir/'], Entrypoint: ['/tini', '--', 'docker-entrypoint.sh'], WorkingDir: '/' },
      unpackedSize: 175_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), files),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 62_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
