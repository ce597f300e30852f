import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { tree } from './files/tree.ts';

/** Memcached. */
export const memcached: CatalogImage = {
  repository: 'docker.io/library/memcached',
  releases: [
    {
      tags: ['alpine', '1-alpine', '1.6-alpine', '1.6.43-alpine'],
      indexDigest: 'sha256:cd4b42e6cee87000353712623f8a4be411e5a06f61bc1fbc6864fb9b23402fe4',
      config: { User: 'memcache', ExposedPorts: { '11211/tcp': {} }, Env: [standardPath, 'MEMCACHED_VERSION=1.6.43', 'MEMCACHED_URL=https://memcached.org/files/memcached-1.6.43.tar.gz', 'MEMCACHED_SHA1=37307d13528f355fb282bc8841ca033272e44ac9'], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['memcached'], WorkingDir: '/' },
      unpackedSize: 14_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { 'usr/local/bin/memcached': 400_000, 'usr/local/bin/docker-entrypoint.sh': 14_000 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:d24f1303e8fd2dfb03fcb756adaf6867879cdfece89c08a6e9f4a677ca8dadf1',
          configDigest: 'sha256:ad6151f346a2bd04c3b277f22740e18cc3c044354e521cc519c92a8c84451d60',
          created: '2026-07-06T21:41:36Z',
          layers: [
            { digest: 'sha256:55afa1ecc21d2bb5e5045f32dafee56272ffd89860bac26f6c32123439af26a4', size: 3_846_391, createdBy: 'ADD alpine-minirootfs-3.24.1-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:72537507ddd4bf18613bb8a53b242da50a994ed2f47cea30e1f6c88efbee2a78', size: 951, createdBy: 'RUN [adds user memcache (11211)]' },
            { digest: 'sha256:7faa191428d835180295942536af93f611e77740cf097b3e8df24f089e6627e9', size: 106_072, createdBy: 'RUN apk add --no-cache libsasl' },
            { digest: 'sha256:b3a8994078ed716f7b7d9bf0c3d456fc16a781de709310bb595531d35228ff54', size: 1_968_919, createdBy: 'RUN [memcached 1.6.43 compiled from source, build tools added and deleted in one step]' },
            { digest: 'sha256:16fb68556a5eec82c8c88c2fed3144af0ed956d9f11c575f55e2da6863dda7a5', size: 275, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
            { digest: 'sha256:e1e36d6e60879e2d185ee42a79191f0f8ac04cfc130cc0bebd0beca60d2aa9e4', size: 119, createdBy: 'RUN ln -s usr/local/bin/docker-entrypoint.sh /entrypoint.sh' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:9c1f017b1a9c14d8367d0886615b2f4cf5dbeb0abe803cff62e1ccf763a83309',
          configDigest: 'sha256:8c2345e75471f47c2aaf508a6c0aed3a6394293ab98a83467476f018dbd966b2',
          created: '2026-07-06T00:00:00Z',
          layers: [
            { size: 4_059_941, createdBy: 'ADD alpine-minirootfs-3.24.1-aarch64.tar.gz / # buildkit' },
            { size: 1_004, createdBy: 'RUN [adds user memcache (11211)]' },
            { size: 111_961, createdBy: 'RUN apk add --no-cache libsasl' },
            { size: 2_078_233, createdBy: 'RUN [memcached 1.6.43 compiled from source, build tools added and deleted in one step]' },
            { size: 290, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
            { size: 126, createdBy: 'RUN ln -s usr/local/bin/docker-entrypoint.sh /entrypoint.sh' },
          ],
        },
      },
    },
    {
      tags: ['latest', '1.6'],
      config: { User: 'memcache', Env: [standardPath], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['memcached'], WorkingDir: '/' },
      unpackedSize: 88_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('trixie'), architecture), { 'usr/local/bin/memcached': 400_000, 'usr/local/bin/docker-entrypoint.sh': 14_000 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 33_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
