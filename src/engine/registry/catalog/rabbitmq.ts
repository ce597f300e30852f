import { officialPlatforms, standardPath, type CatalogImage } from './catalog-image.ts';
import { alpineFiles } from './files/alpine.ts';
import { debianFiles, ubuntuSystem } from './files/debian.ts';
import { programs, tree } from './files/tree.ts';

const files = { ...programs('opt/rabbitmq/sbin', 9_000, 'rabbitmq-server rabbitmqctl rabbitmq-plugins'), 'usr/local/bin/docker-entrypoint.sh': 5_000 };

/** RabbitMQ. */
export const rabbitmq: CatalogImage = {
  repository: 'docker.io/library/rabbitmq',
  releases: [
    {
      tags: ['latest', '4'],
      config: { Env: [standardPath], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['rabbitmq-server'], WorkingDir: '/' },
      unpackedSize: 285_000_000,
      root: (architecture) => tree(debianFiles(ubuntuSystem('24.04', 'noble', 'Noble Numbat'), architecture), files),
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
      tags: ['alpine', '4-management-alpine'],
      config: { Env: [standardPath], Entrypoint: ['docker-entrypoint.sh'], Cmd: ['rabbitmq-server'], WorkingDir: '/' },
      unpackedSize: 195_000_000,
      root: (architecture) => tree(alpineFiles('3.24.1', architecture), files),
      otherPlatforms: officialPlatforms,
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
