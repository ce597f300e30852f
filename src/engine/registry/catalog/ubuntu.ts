import { officialPlatforms, standardPath, type CatalogImage, type Release } from './catalog-image.ts';
import { debianFiles, ubuntuSystem } from './files/debian.ts';
import { tree } from './files/tree.ts';

const config = (version: string): Release['config'] => ({ Env: [standardPath], Cmd: ['/bin/bash'], WorkingDir: '/', Labels: { 'org.opencontainers.image.version': version } });
const root = (version: string, suite: string, adjective: string): Release['root'] => (architecture) => tree(debianFiles(ubuntuSystem(version, suite, adjective), architecture));

/** Ubuntu's long-term releases. */
export const ubuntu: CatalogImage = {
  repository: 'docker.io/library/ubuntu',
  releases: [
    {
      tags: ['24.04', 'noble'],
      indexDigest: 'sha256:69cecf4bbf72d2d44a9eef1b71fb98c7fb973d78af11399deccef19beb008ad9',
      config: config('24.04'),
      unpackedSize: 78_100_000,
      root: root('24.04', 'noble', 'Noble Numbat'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:496754492fb28b4d3049432f2ca787449331e23fb14f0dd3fffea86bf5a93eb4',
          configDigest: 'sha256:6232b38791000e3818b58d8847b5a8f5612d606929e01156dd8febc423e0f2ef',
          created: '2026-09-11T11:44:06Z',
          layers: [
            { digest: 'sha256:edd1ed89f0d443580bd42e5a10cd8736aba5a3438b2a0645c2ebb50119bb0eba', size: 29_764_116, createdBy: 'ADD file:43d479b270bbaf47… in /' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:11dc1ccb427f0464a2369e645454c272bb0baece7357c892ba69d313b3a332cf',
          configDigest: 'sha256:8494c74ca40fca88c433937d0d3a9cfd3ffee8e57d0a517ce68788d85c6b4b48',
          created: '2026-09-11T11:53:37Z',
          layers: [
            { digest: 'sha256:8a38824eedc553ba80cf1eb7df278a003340f7409fd4b9002bce07db8840a9a2', size: 28_941_580, createdBy: 'ADD file:… in /' },
          ],
        },
      },
    },
    {
      tags: ['22.04', 'jammy'],
      indexDigest: 'sha256:3b06811b2afd352be909dd088a004166d665dc76d38b13eada33522a9d915c6f',
      config: config('22.04'),
      unpackedSize: 77_900_000,
      root: root('22.04', 'jammy', 'Jammy Jellyfish'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:0199853f6d6b20b0424f3c5694a72a62764f01e6a771b1eb48a4197848986c7e',
          configDigest: 'sha256:92947e844d1b996f5e199c8a36460610142e46a427f2767e0bfb0f0f85e35946',
          created: '2026-07-31T21:53:12Z',
          layers: [
            { digest: 'sha256:39a945af8df2ad9343f141c82355d3f2c4b576d432eda34c460d630607462b60', size: 29_736_517, createdBy: 'ADD file:4501ff54ffd37d85… in /' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:a8cdd2158a73d7e5c02aa351fe269f48f57cf710a241db86e9ede371fc150149',
          configDigest: 'sha256:844d31f3a9fd37130649b51b0b2f26616d7928b316b3ac0b8acd69846eea825a',
          created: '2026-07-31T21:58:12Z',
          layers: [
            { digest: 'sha256:e737c5ed04040f2f0a2a5834e272c5fa0ab6a31a0641be05eb1669153c7c4cfc', size: 27_620_032, createdBy: 'ADD file:… in /' },
          ],
        },
      },
    },
    {
      tags: ['latest', '26.04', 'resolute'],
      config: config('26.04'),
      unpackedSize: 105_000_000,
      root: root('26.04', 'resolute', 'Resolute Raccoon'),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 41_600_000, createdBy: 'ADD file:… in /' },
          ],
        },
      },
    },
  ],
  likely: (tag) => (tag === '20.04' || tag === 'focal' ? focal(tag) : undefined),
};

function focal(tag: string): Release {
  return {
    tags: [tag],
    config: config('20.04'),
    unpackedSize: 72_800_000,
    root: root('20.04', 'focal', 'Focal Fossa'),
    otherPlatforms: officialPlatforms,
    platforms: { 'linux/amd64': { layers: [{ size: 27_500_000, createdBy: 'ADD file:… in /' }] } },
  };
}
