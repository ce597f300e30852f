import { standardPath, type CatalogImage } from './catalog-image.ts';
import { withAccount } from './files/accounts.ts';
import { debianFiles, ubuntuSystem } from './files/debian.ts';
import { tree } from './files/tree.ts';

/** MongoDB. */
export const mongo: CatalogImage = {
  repository: 'docker.io/library/mongo',
  releases: [
    {
      tags: ['latest', '8', '8.3', '8.3.9', '8-noble'],
      indexDigest: 'sha256:613a7cc66be5bbf1796252660b43c9b8969a5ad1dab6180c9d917b7472867e64',
      config: { ExposedPorts: { '27017/tcp': {} }, Env: [standardPath, 'GOSU_VERSION=1.19', 'JSYAML_VERSION=3.13.1', 'JSYAML_CHECKSUM=662e32319bdd378e91f67578e56a34954b0a2e33aca11d70ab9f4826af24b941', 'MONGO_PACKAGE=mongodb-org', 'MONGO_MAJOR=8.3', 'MONGO_VERSION=8.3.9', 'HOME=/data/db', 'GLIBC_TUNABLES=glibc.pthread.rseq=0'], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['mongod'], Volumes: { '/data/db': {}, '/data/configdb': {} }, WorkingDir: '/', Labels: { 'org.opencontainers.image.version': '24.04' } },
      unpackedSize: 920_000_000,
      root: (architecture) => withAccount(tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), { 'usr/bin/mongod': 180_000_000, 'usr/bin/mongosh': 130_000_000, 'usr/local/bin/docker-entrypoint.sh': 14_000 }), { name: 'mongodb', uid: 999, home: '/data/db', shell: '/bin/sh' }),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:d1494721242c1bcd52801963207efc400279e26a2265ac3fd9fc1a2b2a2a39e9',
          configDigest: 'sha256:6a3f808ed44f57ce929d27b1944280f79dd9a837e305b58de0771eea33120c91',
          created: '2026-09-08T21:48:26Z',
          layers: [
            { digest: 'sha256:0926a8eb0e608a5c6888d1cd5594184bdf3ed3aa311dba5b42a547caefdc6f2e', size: 29_752_807, createdBy: 'ADD file:cb9335ce6f27399c… in / (Ubuntu 24.04)' },
            { digest: 'sha256:b2c5eb5ad5b07de06c8ad0a3e7f86353d3ba6f17c862bc890ce6364ffe7ccb84', size: 1_215, createdBy: 'RUN [adds user mongodb (999), /data/db /data/configdb]' },
            { digest: 'sha256:5182af2ebe22dbdf337f775c6fcbb47f6049693a96febb115bee56abcccca673', size: 4_184_813, createdBy: 'RUN [apt-get install ca-certificates jq numactl procps]' },
            { digest: 'sha256:6d8ae78d53aa172d7470ab9b09c55029470e00611273d700b6a0e6fb34046b24', size: 1_101_906, createdBy: 'RUN [gosu 1.19, js-yaml 3.13.1, MongoDB apt signing key]' },
            { digest: 'sha256:24cb51273f4f826b492ee3a01770fc2e7626ea562f2a1b5abcca8d8c55a763f1', size: 116, createdBy: 'RUN mkdir /docker-entrypoint-initdb.d' },
            { digest: 'sha256:2071bd83a11782e5818e7cacc9153d7bbdfdab96e88912b14b0ab46ead48f3fe', size: 261, createdBy: 'RUN [apt source list mongodb-org 8.3]' },
            { digest: 'sha256:423a44cce11873a6281485d906849d494f484aa5426ce5896c6d882b59e3544e', size: 267_652_421, createdBy: 'RUN [apt-get install mongodb-org 8.3.9 server shell mongos tools]' },
            { digest: 'sha256:4a60e39379caefda9fa34f0bd6bf66d907660bf24836b21a00571b5bab6ef1cf', size: 5_004, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:12f3e97541eb9c16cd3670172e82eb42b80d04acff9610f8747ec121be67df85',
          configDigest: 'sha256:9c4c1db250368b91faadedaf95fe34dbbf1c5959a886bf0e37a08df431375329',
          created: '2026-09-08T21:48:47Z',
          layers: [
            { digest: 'sha256:0b613318ea879878918380aa3aeb220dfe824e311b83bc955cb8a1d4319650ab', size: 28_887_235, createdBy: 'ADD file:… in / (Ubuntu 24.04)' },
            { digest: 'sha256:2c6368d3f7edac872036beac97afb2466d56217372c6c66aa253f4259b8a4134', size: 1_216, createdBy: 'RUN [adds user mongodb (999), /data/db /data/configdb]' },
            { digest: 'sha256:488c5a675b601481182e0361bd7687847ea29e95f61d81864b8c5c00fc4cc5eb', size: 4_042_680, createdBy: 'RUN [apt-get install ca-certificates jq numactl procps]' },
            { digest: 'sha256:310bfa76eb65fbf9b80eaea27c0af6bb3060ad149c3bd50e04b1df3809d5d09e', size: 1_050_652, createdBy: 'RUN [gosu 1.19, js-yaml 3.13.1, MongoDB apt signing key]' },
            { digest: 'sha256:0041c2b04a16a9e2930b4a47c88e8513f396f55a70cc1d813b3ee54feae8dc0c', size: 114, createdBy: 'RUN mkdir /docker-entrypoint-initdb.d' },
            { digest: 'sha256:8f699912c81da4a2408c3f34cb6345d68bd92ce3412958f9c725e6ea00261c56', size: 265, createdBy: 'RUN [apt source list mongodb-org 8.3]' },
            { digest: 'sha256:d5bc475790f0fd846aa38bdedf0549ff70f8640296fd2b77888cfd31bbfe8e8b', size: 255_596_026, createdBy: 'RUN [apt-get install mongodb-org 8.3.9 server shell mongos tools]' },
            { digest: 'sha256:0d2530667c25a297f4bd4a6f634ea80b5df66ca25275457e80dca3d771afc0d8', size: 5_000, createdBy: 'COPY docker-entrypoint.sh /usr/local/bin/' },
          ],
        },
      },
    },
  ],
};
