import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker buildx imagetools inspect`. */
export const buildxImagetoolsInspectCommand: Command = {
  paths: ['buildx imagetools inspect'],
  use: '[OPTIONS] NAME',
  about: 'Show details of an image in the registry',
  flags: `
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
      --format string    Format the output using the given Go template
      --raw              Show original, unformatted JSON manifest
`,
  takes: exactly(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
