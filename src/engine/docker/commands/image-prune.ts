import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { confirmed } from '../cli/confirm.ts';
import { labelsMatch, moment, readFilters } from '../cli/filters.ts';
import { pruneImages } from '../../image/index.ts';
import { humanSize } from '../format/units.ts';

/** `docker image prune`. */
export const imagePruneCommand: Command = {
  paths: ['image prune'],
  use: '[OPTIONS]',
  about: 'Remove unused images',
  flags: `
  -a, --all             Remove all unused images, not just dangling ones
      --filter filter   Provide filter values (e.g. "until=<timestamp>")
  -f, --force           Do not prompt for confirmation
`,
  takes: noArguments,
  run({ flags, session }) {
    const all = flags.on('all');
    const filters = readFilters(flags.list('filter'), ['dangling', 'label', 'label!', 'until']);
    const what = all ? 'all images without at least one container associated to them.' : 'all dangling images.';
    if (!flags.on('force') && !confirmed(session, `WARNING! This will remove ${what}\nAre you sure you want to continue?`)) return 0;
    if ('error' in filters) return session.refuse(filters.error);
    const until = filters.get('until')?.at(-1);
    const before = until === undefined ? undefined : moment(until, session.now);
    if (until !== undefined && before === undefined) return session.refuse(`failed to parse duration ${JSON.stringify(until)}`);
    const pruned = pruneImages(session.images, {
      all, containers: session.imageUsers,
      ...(before !== undefined && { until: before }),
      labels: (labels) => labelsMatch(filters.get('label') ?? [], labels) && !(filters.get('label!') ?? []).some((label) => labelsMatch([label], labels)),
    });
    session.images = pruned.store;
    if (pruned.lines.length > 0) session.out(`Deleted Images:\n${pruned.lines.join('\n')}\n\n`);
    session.out(`Total reclaimed space: ${humanSize(pruned.reclaimed)}\n`);
    return 0;
  },
};
