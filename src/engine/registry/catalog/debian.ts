import { officialPlatforms, standardPath, type CatalogImage, type Release } from './catalog-image.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { tree } from './files/tree.ts';

const config: Release['config'] = { Env: [standardPath], Cmd: ['bash'], WorkingDir: '/' };
const root = (suite: string): Release['root'] => (architecture) => tree(debianFiles(debianSystem(suite), architecture));

/** Debian, with and without documentation (`-slim`). */
export const debian: CatalogImage = {
  repository: 'docker.io/library/debian',
  releases: [
    {
      tags: ['bookworm-slim', '12-slim'],
      indexDigest: 'sha256:abd67ffcfa541b485a3dff59865ab629aa048a6c613e639d36e7456b0b229241',
      config: config,
      unpackedSize: 74_800_000,
      root: root('bookworm'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:362e64223cc0da95422b3b13c045186fc0a81250e765d31c025fbddf257f6143',
          configDigest: 'sha256:9fff73c337b947e6e3120b8ce929c92a7c5820228fda7c163145954c31cd32ba',
          created: '2026-08-03T00:00:00Z',
          layers: [
            { digest: 'sha256:039e6f9f9752f74a3ff4a6a224f64c7c864da16ed98f882107704328f41b9c42', size: 28_232_590, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'bookworm\' \'@1785715200\'' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:817e6cf99d6fc127ff4ffe8580049b60deba0adfbbb2bd65ddc3ef8fbb7aade0',
          configDigest: 'sha256:61c44d586ac3463e3f9160e3cf6190e96b0769c58707517c313bb451095495a4',
          created: '2026-08-03T00:00:00Z',
          layers: [
            { digest: 'sha256:0f5d7465a5bb9d419f60c93d126a161286c73a1ede4a8b2e46bd5e7ad5782cc7', size: 28_117_202, createdBy: 'RUN # debian.sh --arch \'arm64\' out/ \'bookworm\' \'@1785715200\'' },
          ],
        },
      },
    },
    {
      tags: ['trixie-slim', '13-slim', 'stable-slim'],
      indexDigest: 'sha256:3a39a0592364683e6bab97937b72cad5a8fa6dcbbee90edb3bb48c7f8e94f258',
      config: config,
      unpackedSize: 78_600_000,
      root: root('trixie'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:38a76d01668772e381ad2826d876627c89e7133e2f8a0f5d567306798b0f2a16',
          configDigest: 'sha256:cb1aeeeb4fff439fcbc763f5b313a1f00b39d03f45d2d4be0c52cf14928b297e',
          created: '2026-08-03T00:00:00Z',
          layers: [
            { digest: 'sha256:26c307b5e35a59ce911f5fde5b9458120ec8734e831ea2da5649a9ad14abfd3d', size: 29_780_765, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1785715200\'' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:c94f5ddd41327aa2d4a7cfba7889056c02936182fd76a513fec6160c97181fc0',
          configDigest: 'sha256:95fa189f90cf43d92e30c8881641040941d5fcf5e32df85750b54b24a8e3102c',
          created: '2026-08-03T00:00:00Z',
          layers: [
            { digest: 'sha256:1b7200988f192e72703c70486d494e2457935ac9b0f031ac09eb115b01a12d45', size: 30_143_609, createdBy: 'RUN # debian.sh --arch \'arm64\' out/ \'trixie\' \'@1785715200\'' },
          ],
        },
      },
    },
    {
      tags: ['bookworm', '12', 'oldstable'],
      indexDigest: 'sha256:813017f3d62be4b5891a7acca6a01bdcd4b8513daa81b1ab99d3a50385b26931',
      config: config,
      unpackedSize: 117_000_000,
      root: root('bookworm'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:88a7d30d49e1d13f0aac17b0e5fb9e291717e3a7c4a512fe56636db576383b8a',
          configDigest: 'sha256:a97c45fa72171d55c288623cfb1b66e14c9ef5bb3c7c179bc7dd75ad6f1cb73c',
          created: '2026-08-03T00:00:00Z',
          layers: [
            { digest: 'sha256:3af9207d37990175f61d5ce9faa0c7373ffcd2d6da1b6ba0a9ca9d61f8f47cc9', size: 48_497_091, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'bookworm\' \'@1785715200\'' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:62743235a2f74084cf11ba2ae8cb2a7dfcfa5cd33d44debaf9c45b3012f09192',
          configDigest: 'sha256:36f5dc6d5889454fa2c583e4f2d4a2157789e669ff0d2de3317263b17e76b786',
          created: '2026-08-03T00:00:00Z',
          layers: [
            { digest: 'sha256:c6cbf97176c58c741329cd787e932a1e47931b35f5dc0f23db3e6e82924fef0f', size: 48_383_380, createdBy: 'RUN # debian.sh --arch \'arm64\' out/ \'bookworm\' \'@1785715200\'' },
          ],
        },
      },
    },
    {
      tags: ['trixie', 'latest', '13', 'stable'],
      config: config,
      unpackedSize: 120_000_000,
      root: root('trixie'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 49_300_000, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\'' },
          ],
        },
      },
    },
  ],
  likely: (tag) => (/^(?:bullseye|11)(?:-slim)?$/.test(tag) ? bullseye(tag) : undefined),
};

function bullseye(tag: string): Release {
  const slim = tag.endsWith('-slim');
  return {
    tags: [tag],
    config,
    unpackedSize: slim ? 80_500_000 : 124_000_000,
    root: root('bullseye'),
    otherPlatforms: officialPlatforms,
    platforms: { 'linux/amd64': { layers: [{ size: slim ? 30_250_000 : 53_700_000, createdBy: "RUN # debian.sh --arch 'amd64' out/ 'bullseye'" }] } },
  };
}
