import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { buildxVersion } from '../cli/root.ts';

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
    session.out(`github.com/docker/buildx ${buildxVersion} 28c90eadc4c12dd2a8e8b3f5a6b1d2d3ac1c1a5d\n`);
    return 0;
  },
};
