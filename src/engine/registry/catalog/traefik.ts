import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { tree } from './files/tree.ts';

/** Traefik, on Alpine. */
export const traefik: CatalogImage = {
  repository: 'docker.io/library/traefik',
  releases: [
    {
      tags: ['latest', '3', '3.7', 'v3.7', 'v3.7.13'],
      indexDigest: 'sha256:24841fe2de7304c149343d877d2923b4c8800a38ba015dea9174c23b20e344a0',
      config: { ExposedPorts: { '80/tcp': {} }, Env: [standardPath], Entrypoint: ['/entrypoint.sh'], Cmd: ['traefik'], WorkingDir: '/', Labels: { 'org.opencontainers.image.vendor': 'Traefik Labs', 'org.opencontainers.image.url': 'https://traefik.io', 'org.opencontainers.image.title': 'Traefik', 'org.opencontainers.image.version': 'v3.7.13' } },
      unpackedSize: 180_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/local/bin/traefik': 150_000_000, 'entrypoint.sh': 400 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:3429c14149401de2ac82fc72ddc6a92642332b90deb3012301ff211b9d2d0f18',
          configDigest: 'sha256:f9309349d2c1477b15d04728f38882ba2e9a50b7f76729541121a7ee60d53490',
          created: '2026-09-17T21:33:14Z',
          layers: [
            { digest: 'sha256:e2de96513ba9eb53b431787ec8a65cdde380ac4772a3e4c4b714dcfde2a102b5', size: 3_849_738, createdBy: 'ADD alpine-minirootfs-3.24.2-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:b686a4f73445245e29da397cb3d70292a2823b9d4fa77af427efb28c9ae678b0', size: 416_269, createdBy: 'RUN apk --no-cache add ca-certificates tzdata' },
            { digest: 'sha256:78cb21c375ca987df064a7ae1cb1c68a0cfa2e90fa0dc11d3fdbf3b5b14e7cbe', size: 50_943_596, createdBy: 'RUN [traefik v3.7.13 binary into /usr/local/bin]' },
            { digest: 'sha256:acb2f33459b107ea4496685bfcd991865848b063d6b449e113f361c8aa667e0f', size: 370, createdBy: 'COPY entrypoint.sh / # buildkit' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:ed0667053756a88cbd4c2bfe2c023aeb9716eb47ba4290715a8570cdf32bf8a9',
          configDigest: 'sha256:be6691ff1ae3497f9d0e7673138f4fc840672bb1c797d0e02e22a2bb8f0aa4e6',
          created: '2026-09-17T21:34:33Z',
          layers: [
            { digest: 'sha256:a9986cd6f37dbddae7862a6d4be71683472e7c2ea708e87db14f8a6393c00f00', size: 4_187_659, createdBy: 'ADD alpine-minirootfs-3.24.2-aarch64.tar.gz / # buildkit' },
            { digest: 'sha256:1e6ed0bd34ed84acb5d2e234ebc1fea18c4fb9533b89b75d108aa27bf48a18b2', size: 419_092, createdBy: 'RUN apk --no-cache add ca-certificates tzdata' },
            { digest: 'sha256:61eb485bc3e4db63989b5076c08ce5ebcf2ad22017fbe589208ab948c74b838d', size: 45_406_733, createdBy: 'RUN [traefik v3.7.13 binary into /usr/local/bin]' },
            { digest: 'sha256:5222fc6238e9143a92d9576d1b2d833076202d38d918f341aaf6b7c503474536', size: 369, createdBy: 'COPY entrypoint.sh / # buildkit' },
          ],
        },
      },
    },
  ],
};
