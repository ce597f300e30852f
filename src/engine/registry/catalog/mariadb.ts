import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { withAccount } from './files/accounts.ts';
import { debianFiles, ubuntuSystem } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** MariaDB. */
export const mariadb: CatalogImage = {
  repository: 'docker.io/library/mariadb',
  releases: [
    {
      tags: ['latest', '12', '12.3', '12.3.2', '12-noble'],
      indexDigest: 'sha256:c237fd50cc48d6f2b87c4ca66d52f3b5eef7271b3bea7aee586c0be19d5b460d',
      config: { ExposedPorts: { '3306/tcp': {} }, Env: [standardPath, 'GOSU_VERSION=1.19', 'LANG=C.UTF-8', 'MARIADB_VERSION=1:12.3.2+maria~ubu2404'], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['mariadbd'], Volumes: { '/var/lib/mysql': {} }, WorkingDir: '/', Labels: { 'org.opencontainers.image.title': 'MariaDB Database', 'org.opencontainers.image.version': '12.3.2', 'org.opencontainers.image.licenses': 'GPL-2.0' } },
      unpackedSize: 340_000_000,
      root: (architecture) => withAccount(tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), { 'usr/sbin/mariadbd': 27_000_000, ...programs('usr/bin', 5_000_000, 'mariadb mariadb-dump mariadb-admin'), 'usr/local/bin/docker-entrypoint.sh': 14_000 }), { name: 'mysql', uid: 999, home: '/home/mysql', shell: '/bin/sh' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:63b29a06fbde176102a20d90fee92b2bac3a112a4f47816cac18da9b70767393',
          configDigest: 'sha256:57c69e064d6c79e7cbe8c77a3342327d13455947616e7e7908bda2fbad348e34',
          created: '2026-08-18T19:24:20Z',
          layers: [
            { digest: 'sha256:0926a8eb0e608a5c6888d1cd5594184bdf3ed3aa311dba5b42a547caefdc6f2e', size: 29_752_807, createdBy: 'ADD file:cb9335ce6f27399c… in / (Ubuntu 24.04)' },
            { digest: 'sha256:71fc539b309a9c3d0b15568b629b2a136ade389e762e2ff49d445b5467377e21', size: 1_342, createdBy: 'RUN [adds user mysql]' },
            { digest: 'sha256:0823aa11c04c65f4f6abca8c0f1a5ca74ff1b72294cbb5acf1575e028751caf0', size: 5_245_569, createdBy: 'RUN [apt-get install ca-certificates gpg gpgv libjemalloc2 libtcmalloc-minimal4t64 pwgen tzdata xz-utils zstd; gosu 1.19]' },
            { digest: 'sha256:ef4e113f30b95423af6e26440597d0ce807096cf928cd83fda864b6e6cee1baf', size: 116, createdBy: 'RUN mkdir /docker-entrypoint-initdb.d' },
            { digest: 'sha256:0b9fa11a3618f89861117845321307a05f3b58b2558c61086743d0cd5c5bde12', size: 330, createdBy: 'RUN [apt source list and pin for MariaDB 12.3.2]' },
            { digest: 'sha256:4373608fb269941bc8fcd70ca7db9938e0dea6ce3ba93fc65d3aa6fdda7aba41', size: 70_287_019, createdBy: 'RUN [apt-get install mariadb-server-galera mariadb-backup socat]' },
            { digest: 'sha256:f4b83b8f70d27eda0c82c9d6add520f345e029bda1da89f47a0b9eecfd11725a', size: 4_034, createdBy: 'COPY healthcheck.sh /usr/local/bin/healthcheck.sh' },
            { digest: 'sha256:6d1c2cce3f0a7a12a78d7ad100b75d3d40c2f94aa415a3e46e8a73bf16687cb0', size: 8_492, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:f3761402303ebafc3bb4cb174afae399d71acd72b260f19139b5337dc39065f1',
          configDigest: 'sha256:2fabdcd1b066b18b6f7ec91ee4fc3a91227b20c3926a5b2a01dcdcf403c0030e',
          created: '2026-08-18T19:24:24Z',
          layers: [
            { digest: 'sha256:0b613318ea879878918380aa3aeb220dfe824e311b83bc955cb8a1d4319650ab', size: 28_887_235, createdBy: 'ADD file:… in / (Ubuntu 24.04)' },
            { digest: 'sha256:b6572083bbb94317b074c23af04705d597b88a7dd091176ac3e56c327b044a17', size: 1_342, createdBy: 'RUN [adds user mysql]' },
            { digest: 'sha256:b7339ea9b6c152c59121cb0f0e3e80a49d7112c6a05c58317a4f555da3ac9398', size: 5_055_393, createdBy: 'RUN [apt-get install ca-certificates gpg gpgv libjemalloc2 libtcmalloc-minimal4t64 pwgen tzdata xz-utils zstd; gosu 1.19]' },
            { digest: 'sha256:1755f5abe301dc37c30743c6a090cc3b09bb15b20dde4b33a94c8bd02ed7c7f4', size: 116, createdBy: 'RUN mkdir /docker-entrypoint-initdb.d' },
            { digest: 'sha256:cc4f20b829605a32879a6269b4a05007712e224abad8069900f7cea012f935fd', size: 329, createdBy: 'RUN [apt source list and pin for MariaDB 12.3.2]' },
            { digest: 'sha256:272e2c9d55d44b0490480c98c333e109136e63e7ec50cd2d6f1e9e253838e1f8', size: 69_120_502, createdBy: 'RUN [apt-get install mariadb-server-galera mariadb-backup socat]' },
            { digest: 'sha256:8195387c2032c21d892d10ecc69edfd235df350e3c1848b470e606918796c689', size: 4_034, createdBy: 'COPY healthcheck.sh /usr/local/bin/healthcheck.sh' },
            { digest: 'sha256:2288fbbbd585a1829d5a728ac93e0709aa7cfd9064a21184e55471bd818bad16', size: 8_493, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
  ],
};
