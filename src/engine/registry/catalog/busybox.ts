import { officialPlatforms, standardPath, type CatalogImage, type Release } from './catalog-image.ts';
import { busyboxFiles } from './files/busybox.ts';
import { tree } from './files/tree.ts';

const config: Release['config'] = { Env: [standardPath], Cmd: ['sh'], WorkingDir: '/' };
const root: Release['root'] = (architecture) => tree(busyboxFiles(architecture));

/** BusyBox alone, with a name for each of its applets. */
export const busybox: CatalogImage = {
  repository: 'docker.io/library/busybox',
  releases: [
    {
      tags: ['musl', '1-musl', '1.38-musl'],
      indexDigest: 'sha256:246a00b08ecde11a4769a2587ab2c683e525b9f94b02dd9f73a6869108066bb9',
      config: config,
      unpackedSize: 1_600_000,
      root: root,
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:a34ce92094b7b100a98fbd21411a92825f6827b1bc5f6918c253516c90556998',
          configDigest: 'sha256:654fc8fd836e35f4a64586bddf8f59b9029b48cf80f520834c6c98ca8ab5def9',
          created: '2026-05-13T02:21:49Z',
          layers: [
            { digest: 'sha256:5c3b447848a98e48dce106cb3e6acbd4fb6f9b26ee778798137349ce01f4d3c1', size: 886_160, createdBy: 'BusyBox 1.38.0 (musl), Alpine 3.23.5' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:3cb83a1fb0a5d7064741699ec39f3276d393df432c7c287e8486154465910a89',
          configDigest: 'sha256:f6e222a3f5fdafd5cc6c032d2eff47a6406964ca9e8ba1e210eabbfd8c0e007e',
          created: '2026-05-13T02:21:49Z',
          layers: [
            { digest: 'sha256:7e75e6d7d7c97e99528d165ddae068049dfd29846f693e5b35feba66c0e78912', size: 915_579, createdBy: 'BusyBox 1.38.0 (musl), Alpine 3.23.5' },
          ],
        },
      },
    },
    {
      tags: ['glibc', '1-glibc'],
      indexDigest: 'sha256:f2c7344e7c13f559171a602a16a49769cf524513d30379651afb5f0637cf6c27',
      config: config,
      unpackedSize: 4_900_000,
      root: root,
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:907ca53d7e2947e849b839b1cd258c98fd3916c60f2e6e70c30edbf741ab6754',
          configDigest: 'sha256:66ba00ad3de8677a3fa4bc4ea0fc46ebca0f14db46ca365e7f60833068dd0148',
          created: '2023-01-04T01:19:41Z',
          layers: [
            { digest: 'sha256:205dae5015e78dd8c4d302e3db4eb31576fac715b46d099fe09680ba28093a7a', size: 2_592_863, createdBy: 'ADD file:4bd5aa84616ee938… in /' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:5e42fbc46b177f10319e8937dd39702e7891ce6d8a42d60c1b4f433f94200bd2',
          configDigest: 'sha256:abaa813f94fdeebd3b8e6aeea861ab474a5c4724d16f1158755ff1e3a4fde8b0',
          created: '2023-01-04T00:39:34Z',
          layers: [
            { digest: 'sha256:f78e6840ded1aafb6c9f265f52c2fc7c0a990813ccf96702df84a7dcdbe48bea', size: 2_001_136, createdBy: 'ADD file:… in /' },
          ],
        },
      },
    },
    {
      tags: ['latest', 'stable', '1.38'],
      config: config,
      unpackedSize: 4_500_000,
      root: root,
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 2_200_000, createdBy: 'BusyBox 1.38.0 (glibc), Debian 13' },
          ],
        },
      },
    },
  ],
};
