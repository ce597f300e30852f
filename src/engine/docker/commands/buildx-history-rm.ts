import type { Command } from '../cli/command.ts';

/** `docker buildx history rm`. */
export const buildxHistoryRmCommand: Command = {
  paths: ['buildx history rm'],
  use: '[OPTIONS] [REF...]',
  about: 'Remove build records',
  flags: `
      --all              Remove all build records
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
`,
  takes: {},
  run({ session }) {
    return session.err('not yet\n');
  },
};
