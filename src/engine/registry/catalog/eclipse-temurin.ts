import { officialPlatforms, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, ubuntuSystem } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** OpenJDK builds of Eclipse Temurin. */
export const eclipseTemurin: CatalogImage = {
  repository: 'docker.io/library/eclipse-temurin',
  releases: [
    {
      tags: ['21-jre-alpine', '21-jre-alpine-3.24'],
      indexDigest: 'sha256:51ab5e3302e7141ce665ca3ea85e8b5cd648eafbc3c0c90dd79d6537684e4555',
      config: { Env: ['JAVA_HOME=/opt/java/openjdk', 'PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'LANG=en_US.UTF-8', 'LANGUAGE=en_US:en', 'LC_ALL=en_US.UTF-8', 'JAVA_VERSION=jdk-21.0.12.1+1'], Entrypoint: ['/__cacert_entrypoint.sh'], WorkingDir: '/' },
      unpackedSize: 205_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), programs('opt/java/openjdk/bin', 14_000, 'java keytool rmiregistry jrunscript')),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:bec16bceecb1a89defa333c77ac76d29a6b0d59fcb4f50218b476efa68e30bb4',
          configDigest: 'sha256:d0f52469e5e279b0b7e90685b22ac3345d22eec3fa1be0583e39df18282b344c',
          created: '2026-09-25T22:37:54Z',
          layers: [
            { digest: 'sha256:e2de96513ba9eb53b431787ec8a65cdde380ac4772a3e4c4b714dcfde2a102b5', size: 3_849_738, createdBy: 'ADD alpine-minirootfs-3.24.2-x86_64.tar.gz / # buildkit' },
            { digest: 'sha256:8d3daccf082f0d6dd742c035c3462b3d39cf08cfd1ab9f511c1d592fa15d8d96', size: 16_972_202, createdBy: 'RUN [apk add fontconfig ttf-dejavu gnupg ca-certificates p11-kit-trust musl-locales tzdata coreutils openssl]' },
            { digest: 'sha256:2242b49db9769393ae8d0d9f9742407ad40a7611accc1c189f0ffac0a0530221', size: 53_256_665, createdBy: 'RUN [Temurin JRE 21.0.12.1+1 tarball into /opt/java/openjdk]' },
            { digest: 'sha256:b3405c83ad56324f504856a713a1a5d6c28d82a78170a4dd4097c209f8517c18', size: 128, createdBy: 'RUN [java --version check]' },
            { digest: 'sha256:5abc2579d091ef7359d2654aa76115280a45a0c81c04e644017e6cb1ef45295b', size: 2_463, createdBy: 'COPY --chmod=755 entrypoint.sh /__cacert_entrypoint.sh' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:7d476ab4df209f15b0f7b2f26eb52bf81a90a8f88576892904df8fa4a97fc048',
          configDigest: 'sha256:cbb8d91cde086a3c5f5fdc1b22e5c825db69771aa2c8c6e8429127e97dbaab3d',
          created: '2026-09-25T22:36:55Z',
          layers: [
            { digest: 'sha256:a9986cd6f37dbddae7862a6d4be71683472e7c2ea708e87db14f8a6393c00f00', size: 4_187_659, createdBy: 'ADD alpine-minirootfs-3.24.2-aarch64.tar.gz / # buildkit' },
            { digest: 'sha256:c5063e83da68bce2695069ca8260ed5d9ef1927ff03f9f0b7ff0af4e736d0c5c', size: 16_896_627, createdBy: 'RUN [apk add fontconfig ttf-dejavu gnupg ca-certificates p11-kit-trust musl-locales tzdata coreutils openssl]' },
            { digest: 'sha256:89353c5827a60532ea55b749dccecf05d297b18210f8fa40e3e64be39e8ec09d', size: 52_323_856, createdBy: 'RUN [Temurin JRE 21.0.12.1+1 tarball into /opt/java/openjdk]' },
            { digest: 'sha256:fc16cce3c3e4b11becdb6c87f9a883c034eadebbb60d66fa46f838c6953e94b0', size: 127, createdBy: 'RUN [java --version check]' },
            { digest: 'sha256:23e2976f95e64f0a33600dd4ba28b88b637584eedeeca850d0d7e88357a7b99e', size: 2_461, createdBy: 'COPY --chmod=755 entrypoint.sh /__cacert_entrypoint.sh' },
          ],
        },
      },
    },
    {
      tags: ['21-jdk', '21'],
      indexDigest: 'sha256:1f79c73404fb0cccf9a3459eda22892f368d994b1028d6fb1ae871c1f49749a6',
      config: { Env: ['JAVA_HOME=/opt/java/openjdk', 'PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'LANG=en_US.UTF-8', 'LANGUAGE=en_US:en', 'LC_ALL=en_US.UTF-8', 'JAVA_VERSION=jdk-21.0.12+8'], Entrypoint: ['/__cacert_entrypoint.sh'], Cmd: ['jshell'], WorkingDir: '/' },
      unpackedSize: 480_000_000,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), programs('opt/java/openjdk/bin', 14_000, 'java javac jar jarsigner javadoc javap jlink jdeps jmod jshell jcmd jps jstack keytool')),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:b9aaac8b1d81454e2dade3fbb26d9d5a26daa97cc9aefbca66a6c0df296a3dba',
          configDigest: 'sha256:ddd2e40c994bd9253e1f0bbb54d8b058e1784dc22670ee21b423d1ad7dbfcb57',
          created: '2026-09-09T02:20:38Z',
          layers: [
            { digest: 'sha256:08f5f5b2a2b0d2a960804adef3bd1783c5f2c20f42db5e290dc05d9529d11ae2', size: 41_602_703, createdBy: 'Ubuntu 26.04 root filesystem' },
            { digest: 'sha256:6a7c4f6d8c3863707c14af40aad062db2bb477271491c7d3e99e03394dd261e3', size: 394, createdBy: 'Ubuntu 26.04 control data' },
            { digest: 'sha256:df76245fe3dab61368b5c851ed001fd50dd765898254fedb0da3cf8597b3d3e6', size: 30_351_262, createdBy: 'RUN [apt-get install curl wget gnupg fontconfig ca-certificates p11-kit binutils tzdata locales]' },
            { digest: 'sha256:d57d902e9e5e50b186e039ba7a695381288b18e88e6de841d7be9595fa2c24c1', size: 158_123_592, createdBy: 'RUN [Temurin JDK 21.0.12+8 tarball into /opt/java/openjdk]' },
            { digest: 'sha256:edecb4850e95bd8045aa3cf36a1944742ca284a3d9a0f10a5fd78129072511a9', size: 157, createdBy: 'RUN [javac/java --version check]' },
            { digest: 'sha256:1c1b6537a2163c06983288b0b7fe20c52b66723236c13c456e354694461c546f', size: 2_465, createdBy: 'COPY --chmod=755 entrypoint.sh /__cacert_entrypoint.sh' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:f79ba94662276d035d13342a02ec31a24307de688cd21df942f8080cd3abeddb',
          configDigest: 'sha256:1a99711132f3d39a0a98e000c6428d38b6370ad5ffdb07154dd06c0820da6d24',
          created: '2026-09-09T02:18:05Z',
          layers: [
            { size: 41_081_418, createdBy: 'Ubuntu 26.04 root filesystem' },
            { size: 389, createdBy: 'Ubuntu 26.04 control data' },
            { size: 29_970_959, createdBy: 'RUN [apt-get install curl wget gnupg fontconfig ca-certificates p11-kit binutils tzdata locales]' },
            { size: 156_142_293, createdBy: 'RUN [Temurin JDK 21.0.12+8 tarball into /opt/java/openjdk]' },
            { size: 155, createdBy: 'RUN [javac/java --version check]' },
            { size: 2_434, createdBy: 'COPY --chmod=755 entrypoint.sh /__cacert_entrypoint.sh' },
          ],
        },
      },
    },
    {
      tags: ['21-jre'],
      config: { Env: ['JAVA_HOME=/opt/java/openjdk', 'PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], Entrypoint: ['/__cacert_entrypoint.sh'], WorkingDir: '/' },
      unpackedSize: 285_000_000,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), programs('opt/java/openjdk/bin', 14_000, 'java keytool rmiregistry jrunscript')),
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
      tags: ['21-jdk-alpine'],
      config: { Env: ['JAVA_HOME=/opt/java/openjdk', 'PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], Entrypoint: ['/__cacert_entrypoint.sh'], Cmd: ['jshell'], WorkingDir: '/' },
      unpackedSize: 400_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), programs('opt/java/openjdk/bin', 14_000, 'java javac jar jarsigner javadoc javap jlink jdeps jmod jshell jcmd jps jstack keytool')),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 180_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['17-jre-alpine'],
      config: { Env: ['JAVA_HOME=/opt/java/openjdk', 'PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], Entrypoint: ['/__cacert_entrypoint.sh'], WorkingDir: '/' },
      unpackedSize: 180_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), programs('opt/java/openjdk/bin', 14_000, 'java keytool rmiregistry jrunscript')),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 66_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
