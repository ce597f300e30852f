import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { builderNames, chooseBuilder } from '../build/builders.ts';
import { home } from '../workstation.ts';

/** `docker buildx use`. */
export const buildxUseCommand: Command = {
  paths: ['buildx use'],
  use: '[OPTIONS] NAME',
  about: 'Set the current builder instance',
  flags: `
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
      --default          Set builder as default for current context
      --global           Builder persists context changes
`,
  takes: exactly(1),
  run({ args, session }) {
    const name = args[0] ?? '';
    if (!builderNames(session.machine).includes(name)) return session.err(`ERROR: failed to find instance ${JSON.stringify(name)}: open ${home}/.docker/buildx/instances/${name}: no such file or directory\n`);
    session.machine = chooseBuilder(session.machine, name);
    return 0;
  },
};
