import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker buildx history inspect`. */
export const buildxHistoryInspectCommand: Command = {
  paths: ['buildx history inspect'],
  use: '[OPTIONS] COMMAND',
  about: 'Inspect a build record',
  flags: `
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
      --format string    Format the output (default "pretty")
`,
  below: [['attachment', 'Inspect a build record attachment']],
  takes: atMost(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
