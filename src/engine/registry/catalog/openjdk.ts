import { standardPath, type CatalogImage } from './catalog-image.ts';
import { debianFiles, debianSystem } from './files/debian.ts';
import { links, programs, tree } from './files/tree.ts';

/** OpenJDK as it was before its image was given up for others. */
export const openjdk: CatalogImage = {
  repository: 'docker.io/library/openjdk',
  releases: [
    {
      tags: ['17-jdk-slim'],
      config: { Env: [standardPath], Cmd: ['jshell'], WorkingDir: '/' },
      unpackedSize: 408_000_000,
      root: (architecture) => tree(debianFiles(debianSystem('bullseye'), architecture), programs('usr/local/openjdk-17/bin', 14_000, 'java javac jar jshell jlink jdeps keytool'), links('usr/local/bin', '/usr/local/openjdk-17/bin/java', 'java')),
      otherPlatforms: ['linux/arm64'],
      platforms: {
        'linux/amd64': {
          layers: [
            { size: 210_000_000, createdBy: '[all layers of this image]' },
          ],
        },
      },
    },
  ],
};
