import type { Command } from '../cli/command.ts';

/** `docker buildx rm`. */
export const buildxRmCommand: Command = {
  paths: ['buildx rm'],
  use: '[OPTIONS] [NAME...]',
  about: 'Remove one or more builder instances',
  flags: `
      --all-inactive     Remove all inactive builders
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
  -f, --force            Do not prompt for confirmation
      --keep-daemon      Keep the BuildKit daemon running
      --keep-state       Keep BuildKit state
`,
  takes: {},
  run({ session }) {
    return session.err('not yet\n');
  },
};
