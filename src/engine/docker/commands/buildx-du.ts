import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker buildx du`. */
export const buildxDuCommand: Command = {
  paths: ['buildx du'],
  use: '',
  about: 'Disk usage',
  flags: `
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
      --filter filter    Provide filter values
      --format string    Format the output
      --verbose          Shorthand for "--format=pretty"
`,
  takes: exactly(0),
  run({ session }) {
    return session.err('not yet\n');
  },
};
