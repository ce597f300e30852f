import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker buildx create`. */
export const buildxCreateCommand: Command = {
  paths: ['buildx create'],
  use: '[OPTIONS] [CONTEXT|ENDPOINT]',
  about: 'Create a new builder instance',
  flags: `
      --append                    Append a node to builder instead of changing it
      --bootstrap                 Boot builder after creation
      --buildkitd-config string   BuildKit daemon config file
      --buildkitd-flags string    BuildKit daemon flags
  -D, --debug                     Enable debug logging
      --driver string             Driver to use (available: "docker-container", "kubernetes", "remote")
      --driver-opt stringArray    Options for the driver
      --leave                     Remove a node from builder instead of changing it
      --name string               Builder instance name
      --node string               Create/modify node with given name
      --platform stringArray      Fixed platforms for current node
      --use                       Set the current builder instance
`,
  takes: atMost(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
