import { officialPlatforms, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, ubuntuSystem } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** Maven with a JDK. */
export const maven: CatalogImage = {
  repository: 'docker.io/library/maven',
  releases: [
    {
      tags: ['latest'],
      indexDigest: 'sha256:166ca19b6b5fe1e924ab2d66b64ba9854c739f16210b94bbe0074b036c5c7992',
      config: { Env: ['JAVA_HOME=/opt/java/openjdk', 'PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'LANG=en_US.UTF-8', 'LANGUAGE=en_US:en', 'LC_ALL=en_US.UTF-8', 'JAVA_VERSION=jdk-26.0.2+10', 'MAVEN_HOME=/usr/share/maven', 'MAVEN_CONFIG=/root/.m2'], Entrypoint: ['/usr/local/bin/mvn-entrypoint.sh'], Cmd: ['mvn'], WorkingDir: '/', Labels: { 'org.opencontainers.image.version': '24.04', 'org.opencontainers.image.title': 'Apache Maven' } },
      unpackedSize: 420_000_000,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), { ...programs('opt/java/openjdk/bin', 14_000, 'java javac jar javadoc jlink jdeps keytool'), 'usr/share/maven/bin/mvn': 6_000, 'usr/bin/mvn': 6_000 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:48a637206b8cdad6391c15e7720252640c60709c9d68865a82e8bbefe3c38129',
          configDigest: 'sha256:5474b5ee614b0486b82ba6ea7c23c787f5decb82fdefe6cc880203d99cb3df20',
          created: '2026-08-21T20:38:25Z',
          layers: [
            { digest: 'sha256:0926a8eb0e608a5c6888d1cd5594184bdf3ed3aa311dba5b42a547caefdc6f2e', size: 29_752_807, createdBy: 'ADD file:cb9335ce6f27399c… in / (Ubuntu 24.04)' },
            { digest: 'sha256:ab14aacb1635122e6dbe54c4a15d58dc812d7457a43cc07db84facc89f43f0d7', size: 17_422_489, createdBy: 'RUN [apt-get install fontconfig ca-certificates p11-kit binutils tzdata locales]' },
            { digest: 'sha256:c9a7b2a433df604342d940b09d2e559338d1206138e7ebf3dcbe159253294ff6', size: 94_695_831, createdBy: 'RUN [Temurin JDK 26.0.2+10 tarball into /opt/java/openjdk]' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'RUN [javac/java --version check]' },
            { digest: 'sha256:e48d7b8e02547908caf427b938834fedd4dccf6ff20643717fa5ea7256950e5c', size: 2_464, createdBy: 'COPY --chmod=755 entrypoint.sh /__cacert_entrypoint.sh' },
            { digest: 'sha256:853ab41b6edad1a088955a36948f34726b511ee542aa1fcba8532770d3bb8b5a', size: 24_521_068, createdBy: 'RUN [apt-get install ca-certificates curl git openssh-client]' },
            { digest: 'sha256:257b45807fea9e98b0dc5d0c507c57c278233bb08a045ec586ec00f40a2353f0', size: 9_359_967, createdBy: 'COPY /usr/share/maven /usr/share/maven' },
            { digest: 'sha256:c8faa073a03c406c65f7646f141d750a0a0be1b1776a84e94dc95df5775a5313', size: 851, createdBy: 'COPY /usr/local/bin/mvn-entrypoint.sh /usr/local/bin/mvn-entrypoint.sh' },
            { digest: 'sha256:dbeb14209ae9de3764d3dad177cc11404277ecead02256353e66a221acfa8b02', size: 155, createdBy: 'RUN ln -s ${MAVEN_HOME}/bin/mvn /usr/bin/mvn' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:54694c76096137502a1a00ef9606582960104fcb45f6752f8039c8d6029803d3',
          configDigest: 'sha256:f38c3248ceefe1fcd924a601ffc8626676d962355eccac942425bf115d1605aa',
          created: '2026-08-21T19:23:26Z',
          layers: [
            { size: 29_650_220, createdBy: 'ADD file:cb9335ce6f27399c… in / (Ubuntu 24.04)' },
            { size: 17_362_417, createdBy: 'RUN [apt-get install fontconfig ca-certificates p11-kit binutils tzdata locales]' },
            { size: 94_369_321, createdBy: 'RUN [Temurin JDK 26.0.2+10 tarball into /opt/java/openjdk]' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'RUN [javac/java --version check]' },
            { size: 2_456, createdBy: 'COPY --chmod=755 entrypoint.sh /__cacert_entrypoint.sh' },
            { size: 24_436_520, createdBy: 'RUN [apt-get install ca-certificates curl git openssh-client]' },
            { size: 9_327_694, createdBy: 'COPY /usr/share/maven /usr/share/maven' },
            { size: 848, createdBy: 'COPY /usr/local/bin/mvn-entrypoint.sh /usr/local/bin/mvn-entrypoint.sh' },
            { size: 154, createdBy: 'RUN ln -s ${MAVEN_HOME}/bin/mvn /usr/bin/mvn' },
          ],
        },
      },
    },
    {
      tags: ['3-eclipse-temurin-21'],
      config: { Env: ['JAVA_HOME=/opt/java/openjdk', 'PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'MAVEN_HOME=/usr/share/maven'], Entrypoint: ['/usr/local/bin/mvn-entrypoint.sh'], Cmd: ['mvn'], WorkingDir: '/' },
      unpackedSize: 540_000_000,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), { ...programs('opt/java/openjdk/bin', 14_000, 'java javac jar javadoc jlink jdeps keytool'), 'usr/share/maven/bin/mvn': 6_000, 'usr/bin/mvn': 6_000 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 215_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['3-eclipse-temurin-21-alpine'],
      config: { Env: ['JAVA_HOME=/opt/java/openjdk', 'PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], Entrypoint: ['/usr/local/bin/mvn-entrypoint.sh'], Cmd: ['mvn'], WorkingDir: '/' },
      unpackedSize: 450_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), { ...programs('opt/java/openjdk/bin', 14_000, 'java javac jar javadoc jlink jdeps keytool'), 'usr/share/maven/bin/mvn': 6_000, 'usr/bin/mvn': 6_000 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 200_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
