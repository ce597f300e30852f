/** The groups of commands, with what docker's help says of them. */
import type { Group } from './command.ts';

const buildxFlags = `
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
`;

/** By path, in no order that matters. */
export const groups: readonly Group[] = [
  { path: 'buildx', about: 'Docker Buildx', long: 'Extended build capabilities with BuildKit', flags: buildxFlags },
  { path: 'container', about: 'Manage containers' },
  { path: 'context', about: 'Manage contexts' },
  { path: 'image', about: 'Manage images' },
  { path: 'manifest', about: 'Manage Docker image manifests and manifest lists', long: `The **docker manifest** command has subcommands for managing image manifests and
manifest lists. A manifest list allows you to use one name to refer to the same image
built for multiple architectures.

To see help for a subcommand, use:

    docker manifest CMD --help

For full details on using docker manifest lists, see the registry v2 specification.

EXPERIMENTAL:
  docker manifest is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/` },
  { path: 'network', about: 'Manage networks' },
  { path: 'system', about: 'Manage Docker' },
  { path: 'volume', about: 'Manage volumes' },
  { path: 'buildx history', about: 'Commands to work on build records', flags: buildxFlags },
  { path: 'buildx imagetools', about: 'Commands to work on images in registry', flags: buildxFlags },
];
