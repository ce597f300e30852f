import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

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
  run({ session }) {
    return session.err('not yet\n');
  },
};
