import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** Distroless with a Java 21 runtime. */
export const distrolessJava21: CatalogImage = {
  repository: 'gcr.io/distroless/java21-debian12',
  releases: [
    {
      tags: ['latest'],
      config: { User: '0', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt', 'JAVA_VERSION=21'], Entrypoint: ['/usr/bin/java', '-jar'], WorkingDir: '/' },
      unpackedSize: 215_000_000,
      root: () => tree(distrolessFiles, { 'usr/lib/jvm/java-21-openjdk-amd64/bin/java': 14_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 85_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['nonroot'],
      indexDigest: 'sha256:7e37784d94dccbf5ccb195c73b295f5ad00cd266512dfbac12eb9c3c28f8077d',
      config: { User: '65532', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt', 'JAVA_VERSION=21'], Entrypoint: ['/usr/bin/java', '-jar'], WorkingDir: '/home/nonroot' },
      unpackedSize: 215_000_000,
      root: () => tree(distrolessFiles, { 'usr/lib/jvm/java-21-openjdk-amd64/bin/java': 14_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 85_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
