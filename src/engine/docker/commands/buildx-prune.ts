import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker buildx prune`. */
export const buildxPruneCommand: Command = {
  paths: ['buildx prune'],
  use: '',
  about: 'Remove build cache',
  flags: `
  -a, --all                    Include internal/frontend images
      --builder string         Override the configured builder instance
  -D, --debug                  Enable debug logging
      --filter filter          Provide filter values
  -f, --force                  Do not prompt for confirmation
      --max-used-space bytes   Maximum amount of disk space allowed to keep for cache
      --min-free-space bytes   Target amount of free disk space after pruning
      --reserved-space bytes   Amount of disk space always allowed to keep for cache
      --verbose                Provide a more verbose output
`,
  takes: noArguments,
  run({ session }) {
    return session.err('not yet\n');
  },
};
