import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker buildx inspect`. */
export const buildxInspectCommand: Command = {
  paths: ['buildx inspect'],
  use: '[NAME]',
  about: 'Inspect current builder instance',
  flags: `
      --bootstrap        Ensure builder has booted before inspecting
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
`,
  takes: atMost(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
