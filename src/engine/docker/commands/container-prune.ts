import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { confirmed } from '../cli/confirm.ts';
import { labelsMatch, moment, readFilters } from '../cli/filters.ts';
import { pruneContainers } from '../containers/prune.ts';
import { humanSize } from '../format/units.ts';

/** `docker container prune`. */
export const containerPruneCommand: Command = {
  paths: ['container prune'],
  use: '[OPTIONS]',
  about: 'Remove all stopped containers',
  flags: `
      --filter filter   Provide filter values (e.g. "until=<timestamp>")
  -f, --force           Do not prompt for confirmation
`,
  takes: noArguments,
  run({ flags, session }) {
    const filters = readFilters(flags.list('filter'), ['label', 'label!', 'until']);
    if (!flags.on('force') && !confirmed(session, 'WARNING! This will remove all stopped containers.\nAre you sure you want to continue?')) return 0;
    if ('error' in filters) return session.refuse(filters.error);
    const until = filters.get('until')?.at(-1);
    const { ids, reclaimed } = pruneContainers(session, (own) => labelsMatch(filters.get('label') ?? [], own), until === undefined ? undefined : moment(until, session.now));
    if (ids.length > 0) session.out(`Deleted Containers:\n${ids.join('\n')}\n\n`);
    session.out(`Total reclaimed space: ${humanSize(reclaimed)}\n`);
    return 0;
  },
};
