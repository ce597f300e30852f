import { standardPath, type CatalogImage } from './catalog-image.ts';
import { buildTools, debianFiles, ubuntuSystem } from './files/debian.ts';
import { blob, programs, tree } from './files/tree.ts';

/** Swift: the toolchain, and the libraries alone. */
export const swift: CatalogImage = {
  repository: 'docker.io/library/swift',
  releases: [
    {
      tags: ['slim', '6.3-slim', '6.3.3-slim', 'noble-slim'],
      indexDigest: 'sha256:16d63db02d447be57861347fa2afc85ba4e14b60d59a4e180e62e4c8b9e1dd6c',
      config: { Env: [standardPath, 'SWIFT_SIGNING_KEY=52BB7E3DE28A71BE22EC05FFEF80A866B47A981F', 'SWIFT_PLATFORM=ubuntu24.04', 'SWIFT_BRANCH=swift-6.3.3-release', 'SWIFT_VERSION=swift-6.3.3-RELEASE', 'SWIFT_WEBROOT=https://download.swift.org'], Cmd: ['/bin/bash'], WorkingDir: '/', Labels: { 'org.opencontainers.image.version': '24.04', 'maintainer': 'Swift Infrastructure <swift-infrastructure@forums.swift.org>' } },
      unpackedSize: 300_000_000,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), { 'usr/lib/swift/linux/libswiftCore.so': blob(9_000_000, 'libswiftCore') }),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:a90e28693763c4f8c87e881e225ab705f1500e96876d7f782f559809d1b0dc67',
          configDigest: 'sha256:4eeccfdcebc4cade8e92f7236a889b0afcba6699309dd7f9d522c264bd667c22',
          created: '2026-07-02T02:39:31Z',
          layers: [
            { digest: 'sha256:ca2678b20700c15185707964d9211b1a6406196114bf675f568b6025d37b3888', size: 29_735_601, createdBy: 'ADD file:8c609c85109d07bf… in / (Ubuntu 24.04)' },
            { digest: 'sha256:5b5608cf8053aa228d7338513860fb6dc6d63e114fb78f0bdec60a0ab7c6c4ee', size: 19_984_568, createdBy: 'RUN [apt-get install libcurl4 libxml2 tzdata]' },
            { digest: 'sha256:45894e7ab72a7854e009ac053411970824a9ddaf8cf5c853dfaae5a9a6642863', size: 51_324_947, createdBy: 'RUN [Swift 6.3.3 runtime libraries from toolchain tarball]' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:0398fd6a05624541539a68813241e1fd07f4f5526e086c7988e05e6a8ceea573',
          configDigest: 'sha256:ef70cfc0e3aac21b40ab72fefc53cdcadf0706e3ff5ea5a41699174e64d59e74',
          created: '2026-07-02T02:38:29Z',
          layers: [
            { digest: 'sha256:4b987da45db4d6278590ab89840c7167ea397df222f3ee4cdb77c3e15694b1a9', size: 28_884_180, createdBy: 'ADD file:… in / (Ubuntu 24.04)' },
            { digest: 'sha256:f865ce6c65402674be17d037eed856581be7c3eaa540b2acc8348598f77c98ae', size: 20_005_362, createdBy: 'RUN [apt-get install libcurl4 libxml2 tzdata]' },
            { digest: 'sha256:15524e05bc1e8eb62a7054e025c0f2fc7e972f7c804689b7e3f8523ef1c64980', size: 50_616_788, createdBy: 'RUN [Swift 6.3.3 runtime libraries from toolchain tarball]' },
          ],
        },
      },
    },
    {
      tags: ['latest', '6.3'],
      config: { Env: [standardPath], Cmd: ['/bin/bash'], WorkingDir: '/' },
      unpackedSize: 3_200_000_000,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), buildTools, programs('usr/bin', 90_000_000, 'swift swiftc swift-build swift-package swift-test lldb clang')),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 1_150_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
