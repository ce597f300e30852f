import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { tree } from './files/tree.ts';

/** HAProxy. */
export const haproxy: CatalogImage = {
  repository: 'docker.io/library/haproxy',
  releases: [
    {
      tags: ['alpine', '3-alpine', '3.4-alpine', '3.4.4-alpine'],
      indexDigest: 'sha256:f4f2c0b10abdd8d203469690c65dfb7c4e9c8cdcb35c38d516540985b40187f9',
      config: { User: 'haproxy', Env: [standardPath, 'HAPROXY_VERSION=3.4.4', 'HAPROXY_URL=https://www.haproxy.org/download/3.4/src/haproxy-3.4.4.tar.gz', 'HAPROXY_SHA256=b0c5053c4d46840ecdee3925736fe9a3de6472559b43c69183d70e593d9133df'], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['haproxy', '-f', '/usr/local/etc/haproxy/haproxy.cfg'], WorkingDir: '/var/lib/haproxy', StopSignal: 'SIGUSR1' },
      unpackedSize: 60_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/local/sbin/haproxy': 16_000_000, 'usr/local/bin/docker-entrypoint.sh': 14_000 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:745c6d0c1d544ecac6fa451dfc844d5236a4672f135f61e7f9b793645354cea9',
          configDigest: 'sha256:6cfd14c4e904f33fcec23e55c5799b755f912b368d438dfd42c5c62edb445e1f',
          created: '2026-08-27T20:27:31Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'ADD alpine-minirootfs-3.24.1-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:c5e8aa4edc5ae57b1cb925ca84053735be727b6a55625a0d1fc1d9911d8d4046', size: 786_007, createdBy: 'RUN apk add --no-cache ca-certificates socat' },
            { digest: 'sha256:e32ef94037d89173ab1973e9cfbd02bf1f8eddd8a7312ac491df9eb0ec97a945', size: 963, createdBy: 'RUN [adds user haproxy (99)]' },
            { digest: 'sha256:7bec642e59344900f22a127c6f7ec9e53853dc101b6eb4e78a0c333ec619c485', size: 18_416_697, createdBy: 'RUN [haproxy 3.4.4 compiled from source, build tools added and deleted in one step]' },
            { digest: 'sha256:b3fac0a96de0dc8e0510faf1482e764df0d14723200f220efbe3414c08219155', size: 442, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /var/lib/haproxy' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:78888498d1326a1f4b570f1d2197b6c64ff714526e9906cb40d909d0096bea24',
          configDigest: 'sha256:2a9b3582f446bda66b2f5aa493e89079d2ff5c11089ae389a3227c6bfdb90e11',
          created: '2026-08-27T00:00:00Z',
          layers: [
            { size: 3_435_768, createdBy: 'ADD alpine-minirootfs-3.24.1-aarch64.tar.gz / # buildkit' },
            { size: 702_097, createdBy: 'RUN apk add --no-cache ca-certificates socat' },
            { size: 860, createdBy: 'RUN [adds user haproxy (99)]' },
            { size: 16_450_611, createdBy: 'RUN [haproxy 3.4.4 compiled from source, build tools added and deleted in one step]' },
            { size: 395, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /var/lib/haproxy' },
          ],
        },
      },
    },
    {
      tags: ['latest', '3.4'],
      config: { User: 'haproxy', Env: [standardPath], Entrypoint: ['docker-entrypoint.sh'], WorkingDir: '/' },
      unpackedSize: 110_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), { 'usr/local/sbin/haproxy': 16_000_000, 'usr/local/bin/docker-entrypoint.sh': 14_000 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 42_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
