import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { withAccount } from './files/accounts.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** MySQL. */
export const mysql: CatalogImage = {
  repository: 'docker.io/library/mysql',
  releases: [
    {
      tags: ['latest'],
      indexDigest: 'sha256:45abdd9b4144660b5c93a5b7d0ebb21e024f0ba9851ecb4ab43bf83c6bf83592',
      config: { ExposedPorts: { '3306/tcp': {}, '33060/tcp': {} }, Env: [standardPath, 'GOSU_VERSION=1.19', 'MYSQL_MAJOR=innovation', 'MYSQL_VERSION=26.7.0-1.el9', 'MYSQL_SHELL_VERSION=26.7.0-1.el9'], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['mysqld'], Volumes: { '/var/lib/mysql': {} }, WorkingDir: '/' },
      unpackedSize: 930_000_000,
      root: (architecture) => withAccount(tree(debianFiles(debianSystem('trixie'), architecture), { 'usr/sbin/mysqld': 60_000_000, ...programs('usr/bin', 8_000_000, 'mysql mysqldump mysqladmin'), 'usr/local/bin/docker-entrypoint.sh': 14_000 }), { name: 'mysql', uid: 999, home: '/var/lib/mysql', shell: '/bin/bash' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:e90497776da10a4700999242a58d779a86879225bb2d8544b4109272a4c288bc',
          configDigest: 'sha256:21ed0f5cc49429e295ee53a1c19e9726067987d14b4b29d6cd35599ad066c4eb',
          created: '2026-09-12T00:10:58Z',
          layers: [
            { digest: 'sha256:13c85306055eb6ecca743420c9a29fec0936e01bea1df866947ecc554f9b7235', size: 47_931_319, createdBy: 'ADD oraclelinux-9-slim-amd64-rootfs.tar.xz / # buildkit' },
            { digest: 'sha256:1efac44fb10451bb6c48afdee56aceb0234a31d09f9abff40b8a45d353e9f4eb', size: 885, createdBy: 'RUN [adds user mysql (999)]' },
            { digest: 'sha256:2f1d011bdd777410d8f289763994559a9be153f5771ebc32de2675a37147dfaf', size: 783_541, createdBy: 'RUN [gosu 1.19 into /usr/local/bin]' },
            { digest: 'sha256:d61b3579fc6ca050cd58791db7a9ccb99553a828bf58f458693b95b22bfe699c', size: 6_193_394, createdBy: 'RUN [microdnf install bzip2 gzip openssl xz zstd findutils]' },
            { digest: 'sha256:f5703b6421969ea9aff5cd6360efecae6e51b136dfa07a82656251d48e31b622', size: 2_605, createdBy: 'RUN [MySQL rpm signing key]' },
            { digest: 'sha256:24899866011650b17a308d6dbb0dec68226c20699b2a73c9fd4deb4444dd8b28', size: 339, createdBy: 'RUN [yum repository mysql-innovation]' },
            { digest: 'sha256:13707ba668372c347e859a0c18a470add82d4189cc26e7ed927f0c018e9ac25e', size: 57_457_519, createdBy: 'RUN [microdnf install mysql-community-server-minimal 26.7.0]' },
            { digest: 'sha256:7c4ffcc46f7cdd865fd1da77be7e5e1ae404849c15875ca684e75d8e2d33b9c8', size: 324, createdBy: 'RUN [yum repository mysql-tools]' },
            { digest: 'sha256:ee778d752aff96f367302483b39dcb42e27f91127326d1092469b3cc347b99bf', size: 159_975_330, createdBy: 'RUN [microdnf install mysql-shell 26.7.0]' },
            { digest: 'sha256:a869fc9d82872e499c0486dc9183f2bba06dc62f4256a28386987a67a0dbcede', size: 5_223, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:7216386511066db8765356adb24d46fa579b287ded143a77af4fd9e2152df699',
          configDigest: 'sha256:fb7cb08eb1cf3d0be5c735a8ac3c14c1a09ad0495a61ff5923306344c85fb38e',
          created: '2026-09-12T00:10:34Z',
          layers: [
            { digest: 'sha256:8e88a63a99d33b759690f9a9c14fa268d0d7021d7ba10b95738853eacfae654e', size: 46_478_146, createdBy: 'ADD oraclelinux-9-slim-arm64v8-rootfs.tar.xz / # buildkit' },
            { digest: 'sha256:8cc8b5218bdfc562fa40c1276e9ba629338fbbbda090bcff57511efe8aa1a243', size: 885, createdBy: 'RUN [adds user mysql (999)]' },
            { digest: 'sha256:82d5f282ab29fcf848cbb4926d2ef0a338b0ccb60b1c5e6ecf08419a0efad29d', size: 737_526, createdBy: 'RUN [gosu 1.19 into /usr/local/bin]' },
            { digest: 'sha256:2ac6ac725ff960e7ddde0be43e5cf1f51bb7630a3fa5e09e6bc13b835864d869', size: 5_817_162, createdBy: 'RUN [microdnf install bzip2 gzip openssl xz zstd findutils]' },
            { digest: 'sha256:e280b918d4f60e62c0040b014f68b51a96ad8cbc1d553f5cb9355fe5316ace78', size: 2_608, createdBy: 'RUN [MySQL rpm signing key]' },
            { digest: 'sha256:f66234aafb78805130cae704567fa6701d10737b8191276916356be0bee3ce01', size: 340, createdBy: 'RUN [yum repository mysql-innovation]' },
            { digest: 'sha256:69f2e6b0f4834feb6eafe70f63d52b0c2f8b16513ed57da3f51318991fd744cb', size: 57_433_356, createdBy: 'RUN [microdnf install mysql-community-server-minimal 26.7.0]' },
            { digest: 'sha256:b53b600954c22f62c1d1948d65f2dc6c6205e3996aa6a21a47b081f3afd1ffee', size: 324, createdBy: 'RUN [yum repository mysql-tools]' },
            { digest: 'sha256:5851225399d70447fd534f656c1781822138abf44f2a1e465a4670fd7fbcc5d2', size: 158_242_225, createdBy: 'RUN [microdnf install mysql-shell 26.7.0]' },
            { digest: 'sha256:316e3ee0d8ced9ac3269c64cf2975b66e8583023a9f6aa301bb71fed2303b6e3', size: 5_225, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
    {
      tags: ['8.4'],
      config: { Env: [standardPath], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['mysqld'], WorkingDir: '/' },
      unpackedSize: 780_000_000,
      root: (architecture) => withAccount(tree(debianFiles(debianSystem('trixie'), architecture), { 'usr/sbin/mysqld': 60_000_000, ...programs('usr/bin', 8_000_000, 'mysql mysqldump mysqladmin'), 'usr/local/bin/docker-entrypoint.sh': 14_000 }), { name: 'mysql', uid: 999, home: '/var/lib/mysql', shell: '/bin/bash' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 235_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
