import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker buildx version`. */
export const buildxVersionCommand: Command = {
  paths: ['buildx version'],
  use: '',
  about: 'Show buildx version information',
  flags: `
  -D, --debug   Enable debug logging
`,
  takes: exactly(0),
  run({ session }) {
    return session.err('not yet\n');
  },
};
