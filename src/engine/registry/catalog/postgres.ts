import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { withAccount } from './files/accounts.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** PostgreSQL. */
export const postgres: CatalogImage = {
  repository: 'docker.io/library/postgres',
  releases: [
    {
      tags: ['latest', '18', '18.6', '18-trixie'],
      indexDigest: 'sha256:86c951e05bf56c93d95d397747fb8820ac76cc3bedb78f43abd83eedbe3666ae',
      config: { ExposedPorts: { '5432/tcp': {} }, Env: ['GOSU_VERSION=1.19', 'LANG=en_US.utf8', 'PG_MAJOR=18', 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/postgresql/18/bin', 'PG_VERSION=18.6-1.pgdg13+2', 'PGDATA=/var/lib/postgresql/18/docker'], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['postgres'], Volumes: { '/var/lib/postgresql': {} }, WorkingDir: '/', StopSignal: 'SIGINT' },
      unpackedSize: 460_000_000,
      root: (architecture) => withAccount(tree(debianFiles(debianSystem('trixie'), architecture), { ...programs('usr/lib/postgresql/18/bin', 900_000, 'postgres psql pg_ctl initdb pg_dump pg_restore createdb'), ...programs('usr/bin', 900_000, 'psql pg_dump pg_restore'), 'usr/local/bin/docker-entrypoint.sh': 14_000 }), { name: 'postgres', uid: 999, home: '/var/lib/postgresql', shell: '/bin/bash' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:0377e72c5289ed2f98cf61b1a9c2db9eb9d300317fe14244492fbc94343b3d04',
          configDigest: 'sha256:662db3da228c2ea2649b3ae04db4b4479e85fea5979f6a917a7f6d5cb1e7ec39',
          created: '2026-09-19T00:36:15Z',
          layers: [
            { digest: 'sha256:6b37362b3da78869050b894b799ad4df04f1f3b52774087db0d81151570244c8', size: 29_830_418, createdBy: 'RUN # debian.sh --arch \'amd64\' out/ \'trixie\' \'@1789689600\'' },
            { digest: 'sha256:646f8088ba62f8210d5051c82da5008ed30cbc6430ea14a639097d3198c64801', size: 1_167, createdBy: 'RUN [adds user postgres (999) and /var/lib/postgresql]' },
            { digest: 'sha256:61c7e2f79e69a785e9b1b3109f7fdc478b95172987dc6e13a686aca284464743', size: 6_443_022, createdBy: 'RUN [apt-get install gnupg less]' },
            { digest: 'sha256:4640014a8e8825dcbd114cad5aac7caafdac3ea2c7b83f5fbdf5397b1dbf9bd0', size: 1_256_766, createdBy: 'RUN [gosu 1.19 into /usr/local/bin]' },
            { digest: 'sha256:21e9cf2c46c2075ac039510aa6db6ce7f3489b29aff2ed50c9690e82b9a5d747', size: 8_203_833, createdBy: 'RUN [apt-get install locales; locale-gen en_US.UTF-8]' },
            { digest: 'sha256:7ee6b8b2d25988a317c9443c18cc92ed31e7b44a6d17d684ce73da16256ecda4', size: 1_311_722, createdBy: 'RUN [apt-get install libnss-wrapper xz-utils zstd]' },
            { digest: 'sha256:580a6c126420b6325dd7753fe724f13d695891062014559c6d248d35ce998b9a', size: 116, createdBy: 'RUN mkdir /docker-entrypoint-initdb.d' },
            { digest: 'sha256:41837be3e54de999ce003863e6dd8e3277ef73edbf81552c8ff04bc3f2a9a44e', size: 3_138, createdBy: 'RUN [PostgreSQL apt signing key]' },
            { digest: 'sha256:bba753ffc208568fc94d34ee3ce93b8631b8651412d8dcc3839cf9724561f2c8', size: 115_397_538, createdBy: 'RUN [apt-get install postgresql-common postgresql-18 postgresql-18-jit]' },
            { digest: 'sha256:0e422c951642266793140d4d7a55962d74906cf8785c7eb0c518d26ca1b7c5bf', size: 19_418, createdBy: 'RUN [postgresql.conf.sample: listen_addresses = \'*\']' },
            { digest: 'sha256:dc5a76842a4c902d152f70802f0e46f23e4315b78d2397d9b64ab226e7f3d341', size: 128, createdBy: 'RUN [creates /var/run/postgresql]' },
            { digest: 'sha256:5696a7190adff79a2d3b424975302cd8c201057256a6842eef7045331e07d277', size: 6_108, createdBy: 'COPY docker-entrypoint.sh docker-ensure-initdb.sh /usr/local/bin/' },
            { digest: 'sha256:3b0757c8de7f6e37bf2af30ccfcdaa8a2cf0a9a21e9b9ae56144ac84b00e0574', size: 186, createdBy: 'RUN ln -sT docker-ensure-initdb.sh /usr/local/bin/docker-enforce-initdb.sh' },
          ],
        },
      },
    },
    {
      tags: ['alpine', '18-alpine'],
      config: { Env: [standardPath], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['postgres'], WorkingDir: '/' },
      unpackedSize: 290_000_000,
      root: (architecture) => withAccount(tree(alpineFiles('3.24.1', architecture), { ...programs('usr/lib/postgresql/18/bin', 900_000, 'postgres psql pg_ctl initdb pg_dump pg_restore createdb'), ...programs('usr/bin', 900_000, 'psql pg_dump pg_restore'), 'usr/local/bin/docker-entrypoint.sh': 14_000 }), { name: 'postgres', uid: 70, home: '/var/lib/postgresql', shell: '/bin/sh' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 110_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['16', '16-bookworm'],
      config: { Env: [standardPath], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['postgres'], WorkingDir: '/' },
      unpackedSize: 430_000_000,
      root: (architecture) => withAccount(tree(debianFiles(debianSystem('bookworm'), architecture), { ...programs('usr/lib/postgresql/18/bin', 900_000, 'postgres psql pg_ctl initdb pg_dump pg_restore createdb'), ...programs('usr/bin', 900_000, 'psql pg_dump pg_restore'), 'usr/local/bin/docker-entrypoint.sh': 14_000 }), { name: 'postgres', uid: 999, home: '/var/lib/postgresql', shell: '/bin/bash' }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 150_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
