import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { addBuilder, builderNames, chooseBuilder, defaultBuilder } from '../build/builders.ts';

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
  run({ flags, session }) {
    const driver = flags.text('driver') ?? 'docker-container';
    if (driver === 'docker') return session.err('ERROR: additional instances of driver "docker" cannot be created\n');
    if (driver === 'kubernetes' || driver === 'remote' || driver === 'cloud') return session.err(`docker buildx create: the driver ${driver} is not simulated: only docker-container is.\n`);
    if (driver !== 'docker-container') return session.err(`ERROR: failed to find driver ${JSON.stringify(driver)}\n`);
    const names = builderNames(session.machine);
    const given = flags.text('name');
    const invented = ['eager_hopper', 'calm_lovelace', 'brave_turing', 'quiet_ritchie', 'sharp_kay', 'happy_wing'].find((name) => !names.includes(name)) ?? `builder_${names.length}`;
    const name = given === undefined || given === '' ? invented : given;
    if (!/^[a-zA-Z][\w.-]*$/.test(name)) return session.err(`ERROR: invalid builder name ${JSON.stringify(name)}\n`);
    if (name === defaultBuilder) return session.err('ERROR: default is a reserved name and cannot be used to identify builder instance\n');
    if (names.includes(name)) return session.err(`ERROR: existing instance for ${JSON.stringify(name)} but no append mode, specify the node name to make changes for existing instances\n`);
    const made = addBuilder(session.machine, name, session.now);
    session.machine = flags.on('use') ? chooseBuilder(made, name) : made;
    session.out(`${name}\n`);
    return 0;
  },
};
