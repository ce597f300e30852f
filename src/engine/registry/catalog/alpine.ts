import { officialPlatforms, standardPath, type CatalogImage, type Release } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { tree } from './files/tree.ts';

const config: Release['config'] = { Env: [standardPath], Cmd: ['/bin/sh'], WorkingDir: '/' };
const root = (version: string): Release['root'] => (architecture) => tree(alpineFiles(version, architecture));

/** Alpine Linux: BusyBox and musl in one small layer. */
export const alpine: CatalogImage = {
  repository: 'docker.io/library/alpine',
  releases: [
    {
      tags: ['latest', '3', '3.24', '3.24.2'],
      indexDigest: 'sha256:5b02b42e375f7426f8d65c3af331ca05d9878f9989230354504e0b9dfd431f60',
      config: config,
      unpackedSize: 8_500_000,
      root: root('3.24.2'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:d56c381f961d307a21b3ca004cf1e3910f106644aefb1f43e654c8a56c4fd395',
          configDigest: 'sha256:320994c3b997e2ec6433f717f153e108023c5bec8fefa8d76b83451d16d05ea8',
          created: '2026-09-17T20:37:20Z',
          layers: [
            { digest: 'sha256:e2de96513ba9eb53b431787ec8a65cdde380ac4772a3e4c4b714dcfde2a102b5', size: 3_849_738, createdBy: 'ADD alpine-minirootfs-3.24.2-x86_64.tar.gz / # buildkit' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:260479a1cfaf304c4c20da7f8405d3ce313513dcd534bb743257bdd2fe0f3e2d',
          configDigest: 'sha256:33bee74c45f307e3268adc2010c0f55c48e7a6041e12cd12432bb1a46e498e43',
          created: '2026-09-17T20:37:05Z',
          layers: [
            { digest: 'sha256:a9986cd6f37dbddae7862a6d4be71683472e7c2ea708e87db14f8a6393c00f00', size: 4_187_659, createdBy: 'ADD alpine-minirootfs-3.24.2-aarch64.tar.gz / # buildkit' },
          ],
        },
      },
    },
    {
      tags: ['3.22'],
      config: config,
      unpackedSize: 8_300_000,
      root: root('3.22.0'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 3_800_000, createdBy: 'ADD alpine-minirootfs-3.22.0-x86_64.tar.gz / # buildkit' },
          ],
        },
      },
    },
    {
      tags: ['3.20'],
      config: config,
      unpackedSize: 7_800_000,
      root: root('3.20.0'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 3_600_000, createdBy: 'ADD alpine-minirootfs-3.20.0-x86_64.tar.gz / # buildkit' },
          ],
        },
      },
    },
  ],
  likely: (tag) => (/^3\.\d+(?:\.\d+)?$/.test(tag) ? { ...older(tag), root: root(tag.split('.').length === 2 ? `${tag}.0` : tag) } : undefined),
};

function older(tag: string): Release {
  return {
    tags: [tag],
    config,
    unpackedSize: 7_800_000,
    root: root(tag),
    otherPlatforms: officialPlatforms,
    platforms: { 'linux/amd64': { layers: [{ size: 3_600_000, createdBy: `ADD alpine-minirootfs-${tag}-x86_64.tar.gz / # buildkit` }] } },
  };
}
