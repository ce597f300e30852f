import { standardPath, type CatalogImage } from './catalog-image.ts';
import { distrolessFiles } from './files/distroless.ts';
import { tree } from './files/tree.ts';

/** Distroless with a Java 17 runtime. */
export const distrolessJava17: CatalogImage = {
  repository: 'gcr.io/distroless/java17-debian12',
  releases: [
    {
      tags: ['latest'],
      config: { User: '0', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt', 'JAVA_VERSION=17'], Entrypoint: ['/usr/bin/java', '-jar'], WorkingDir: '/' },
      unpackedSize: 195_000_000,
      root: () => tree(distrolessFiles, { 'usr/lib/jvm/java-17-openjdk-amd64/bin/java': 14_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 80_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
    {
      tags: ['nonroot'],
      config: { User: '65532', Env: [standardPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt', 'JAVA_VERSION=17'], Entrypoint: ['/usr/bin/java', '-jar'], WorkingDir: '/home/nonroot' },
      unpackedSize: 195_000_000,
      root: () => tree(distrolessFiles, { 'usr/lib/jvm/java-17-openjdk-amd64/bin/java': 14_000 }),
      otherPlatforms: ['linux/arm64', 'linux/arm/v7', 'linux/s390x', 'linux/ppc64le'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 80_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
