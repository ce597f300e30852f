import { officialPlatforms, type CatalogImage } from './catalog-image.ts';
import { debianFiles, ubuntuSystem } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

/** Gradle with a JDK. */
export const gradle: CatalogImage = {
  repository: 'docker.io/library/gradle',
  releases: [
    {
      tags: ['latest', '9', '9.7', '9.7.0-jdk25'],
      indexDigest: 'sha256:35b2b4054977b95348bdd126e808e245fc1e28e56537b51cfd90c7f355b5a105',
      config: { User: 'root', Env: ['JAVA_HOME=/opt/java/openjdk', 'PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'LANG=en_US.UTF-8', 'LANGUAGE=en_US:en', 'LC_ALL=en_US.UTF-8', 'JAVA_VERSION=jdk-25.0.3+9', 'GRADLE_HOME=/opt/gradle', 'GRADLE_VERSION=9.7.0'], Entrypoint: ['/__cacert_entrypoint.sh'], Cmd: ['gradle'], Volumes: { '/home/gradle/.gradle': {} }, WorkingDir: '/home/gradle' },
      unpackedSize: 790_000_000,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), { ...programs('opt/java/openjdk/bin', 14_000, 'java javac jar javadoc jlink jdeps keytool'), 'opt/gradle/bin/gradle': 6_000, 'usr/bin/gradle': 6_000 }),
      otherPlatforms: officialPlatforms,
      platforms: {
        'linux/amd64': {
          manifestDigest: 'sha256:24bfb4bc1b96afef848086d39a7f585c0b7217bf9581fa228a06ff305ecd9b20',
          configDigest: 'sha256:70482ce918a7405867d77eac49b8b3e4d8db648755a0a8aa95835594e3ffd65e',
          created: '2026-08-18T20:14:54Z',
          layers: [
            { digest: 'sha256:06e9d71331fb2b620a4f6c8064e0f84b284bb69a42c7c57b1c962bd4a4cdee76', size: 41_569_203, createdBy: 'Ubuntu 26.04 root filesystem' },
            { digest: 'sha256:f3db1cd940786339b09d8a60e47c66fea9502d788e6fab5bec91a4a77d4ced1c', size: 393, createdBy: 'Ubuntu 26.04 control data' },
            { digest: 'sha256:0cd6009e17a18bbad7a6c0d703a1ca9e296cb95bbb5ef6cc2ef5830410d847d0', size: 16_065_917, createdBy: 'RUN [apt-get install fontconfig ca-certificates p11-kit binutils tzdata locales]' },
            { digest: 'sha256:0deaa4aa4077f3c37c50261410879bbad29f7949dbe403525448489a029cc500', size: 92_714_309, createdBy: 'RUN [Temurin JDK 25.0.3+9 tarball into /opt/java/openjdk]' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'RUN [javac/java --version check]' },
            { digest: 'sha256:e17ce4bf26e1b8fa4962a544d41d4825b42ce9fc0c00ae543af1cf1d009aeb0f', size: 2_282, createdBy: 'COPY --chmod=755 entrypoint.sh /__cacert_entrypoint.sh' },
            { digest: 'sha256:1b19a6b97c229ac807c6eb6b233c39c86f8755e294045036d7d4572416912231', size: 1_297, createdBy: 'RUN [renames user ubuntu to gradle, creates /home/gradle/.gradle]' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /home/gradle' },
            { digest: 'sha256:6a6d7e61791e783d6cdfc84a6522cf840c7d6c777d8208ee03513b6772e31dca', size: 75_833_773, createdBy: 'RUN [apt-get install make curl wget tar unzip brz git git-lfs mercurial openssh-client subversion]' },
            { digest: 'sha256:e0b2ed72641841ad7372490db8838aaf019764a14a5bf3952adff21ad282ca8f', size: 150_227_945, createdBy: 'RUN [gradle 9.7.0 bin distribution into /opt/gradle]' },
            { digest: 'sha256:05c3662d16c6a00c22f7e515d4415060b4bdfe257a45630d367dbe151481af18', size: 25_615, createdBy: 'RUN [gradle --version as user gradle]' },
          ],
        },
        'linux/arm64': {
          manifestDigest: 'sha256:16f0290ee90388da4fa0061804e343108f6c4f153ee5446ce9c25c4b68ab0c2a',
          configDigest: 'sha256:230e46565f8ac4a5981c7e62a715db9f99a77d116568e7cdcae8b8886ec78878',
          created: '2026-08-18T00:00:00Z',
          layers: [
            { size: 41_246_745, createdBy: 'Ubuntu 26.04 root filesystem' },
            { size: 390, createdBy: 'Ubuntu 26.04 control data' },
            { size: 15_941_292, createdBy: 'RUN [apt-get install fontconfig ca-certificates p11-kit binutils tzdata locales]' },
            { size: 91_995_112, createdBy: 'RUN [Temurin JDK 25.0.3+9 tarball into /opt/java/openjdk]' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'RUN [javac/java --version check]' },
            { size: 2_264, createdBy: 'COPY --chmod=755 entrypoint.sh /__cacert_entrypoint.sh' },
            { size: 1_287, createdBy: 'RUN [renames user ubuntu to gradle, creates /home/gradle/.gradle]' },
            { digest: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1', size: 32, createdBy: 'WORKDIR /home/gradle' },
            { size: 75_245_520, createdBy: 'RUN [apt-get install make curl wget tar unzip brz git git-lfs mercurial openssh-client subversion]' },
            { size: 149_062_607, createdBy: 'RUN [gradle 9.7.0 bin distribution into /opt/gradle]' },
            { size: 25_416, createdBy: 'RUN [gradle --version as user gradle]' },
          ],
        },
      },
    },
  ],
};
