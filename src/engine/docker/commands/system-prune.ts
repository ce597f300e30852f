import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { recordId } from '../build/history.ts';
import { confirmed } from '../cli/confirm.ts';
import { labelsMatch, moment, readFilters } from '../cli/filters.ts';
import { pruneContainers } from '../containers/prune.ts';
import { pruneImages } from '../../image/index.ts';
import { prune } from '../../solver/store/index.ts';
import { imageRecords } from '../../workspace/operations/collect.ts';
import { humanSize } from '../format/units.ts';

/** `docker system prune`. */
export const systemPruneCommand: Command = {
  paths: ['system prune'],
  use: '[OPTIONS]',
  about: 'Remove unused data',
  flags: `
  -a, --all             Remove all unused images not just dangling ones
      --filter filter   Provide filter values (e.g. "label=<key>=<value>")
  -f, --force           Do not prompt for confirmation
      --volumes         Prune anonymous volumes
`,
  takes: noArguments,
  run({ flags, session }) {
    const all = flags.on('all');
    const filters = readFilters(flags.list('filter'), ['label', 'label!', 'until']);
    const lists = [
      'all stopped containers',
      'all networks not used by at least one container',
      ...(flags.on('volumes') ? ['all anonymous volumes not used by at least one container'] : []),
      all ? 'all images without at least one container associated to them' : 'all dangling images',
      all ? 'all build cache' : 'unused build cache',
    ];
    if (!flags.on('force') && !confirmed(session, `WARNING! This will remove:\n${lists.map((line) => `  - ${line}\n`).join('')}\nAre you sure you want to continue?`)) return 0;
    if ('error' in filters) return session.refuse(filters.error);
    const until = filters.get('until')?.at(-1);
    const before = until === undefined ? undefined : moment(until, session.now);
    const labels = (own: Readonly<Record<string, string>>) => labelsMatch(filters.get('label') ?? [], own) && !(filters.get('label!') ?? []).some((label) => labelsMatch([label], own));
    const containers = pruneContainers(session, labels, before);
    const pruned = pruneImages(session.images, { all, containers: session.imageUsers, labels, ...(before !== undefined && { until: before }) });
    session.images = pruned.store;
    const cache = prune(session.machine.cache, { all, images: imageRecords(session.state), ...(before !== undefined && { keepDuration: session.now - before }) }, session.now);
    const removed = 'error' in cache ? { removed: [], reclaimed: 0 } : cache;
    if (!('error' in cache)) session.machine = { ...session.machine, cache: cache.store };
    if (containers.ids.length > 0) session.out(`Deleted Containers:\n${containers.ids.join('\n')}\n\n`);
    if (pruned.lines.length > 0) session.out(`Deleted Images:\n${pruned.lines.join('\n')}\n\n`);
    if (removed.removed.length > 0) session.out(`Deleted build cache objects:\n${removed.removed.map(({ id }) => recordId(id)).join('\n')}\n\n`);
    session.out(`Total reclaimed space: ${humanSize(containers.reclaimed + pruned.reclaimed + removed.reclaimed)}\n`);
    return 0;
  },
};
