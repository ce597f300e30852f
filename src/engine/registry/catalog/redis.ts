import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { withAccount } from './files/accounts.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** Redis. */
export const redis: CatalogImage = {
  repository: 'docker.io/library/redis',
  releases: [
    {
      tags: ['alpine', '8-alpine', '8.10-alpine', '8.10.2-alpine'],
      indexDigest: 'sha256:ba6e394f6acc2a695ef1b6944f161b9ca813711739be68319fa0db3470673f1d',
      config: { ExposedPorts: { '6379/tcp': {} }, Env: [standardPath, 'REDIS_VERSION=8.10.2'], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['redis-server'], WorkingDir: '/data' },
      unpackedSize: 110_000_000,
      root: (architecture) => withAccount(tree(alpineFiles('3.24.1', architecture), programs('usr/local/bin', 4_000_000, 'redis-server redis-cli redis-benchmark redis-sentinel docker-entrypoint.sh')), { name: 'redis', uid: 999, gid: 1000, home: '/home/redis', shell: '/bin/false' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:2d3814be5e9b06a30a0be54770b7e12052e7e79ec85271aefd34875c1f393b23',
          configDigest: 'sha256:15f5a4aad4c3ba34b9874ddbc7f755b469dbd7b8a9e88c12690c52ef6c72465c',
          created: '2026-09-21T17:37:00Z',
          layers: [
            { digest: 'sha256:d0c1d894c237d8192cbcd37e435031ad4eddec173299568a5a05869c2e40dfa3', size: 3_848_507, createdBy: 'ADD alpine-minirootfs-3.23.6-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:d60026184d2e638c58afc4c945753a676d1691a1d7ef8adc7c0a8221b771d624', size: 948, createdBy: 'RUN addgroup -S -g 1000 redis; adduser -S -G redis -u 999 redis' },
            { digest: 'sha256:618072543738a1af8f8f650cc185ca8f8cae09950f22d7374610e5eb1383990b', size: 201_018, createdBy: 'RUN apk add --no-cache tzdata setpriv' },
            { digest: 'sha256:8c9c3a906635a6a90731156f83ab00bfbc5d625cb11a8609cb166e602de77a32', size: 35_050_273, createdBy: 'RUN [redis 8.10.2 compiled from source, build tools added and deleted in one step]' },
            { digest: 'sha256:2f10393390593ca40faa2085463ce1cd58ccda88f8f94a642c6bf9c0fe7694bc', size: 101, createdBy: 'RUN mkdir /data && chown redis:redis /data' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /data' },
            { digest: 'sha256:095940d4ebca9229cd4bbc254424b0f3e05f8ce63d7fedebeb9f8c193d16acdf', size: 2_104, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['latest', '8'],
      config: { Env: [standardPath], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['redis-server'], WorkingDir: '/data' },
      unpackedSize: 150_000_000,
      root: (architecture) => withAccount(tree(debianFiles(debianSystem('trixie'), architecture), programs('usr/local/bin', 4_000_000, 'redis-server redis-cli redis-benchmark redis-sentinel docker-entrypoint.sh')), { name: 'redis', uid: 999, home: '/home/redis', shell: '/bin/sh' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 55_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
