import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { recordId } from '../build/history.ts';
import { confirmed } from '../cli/confirm.ts';
import { prune, readFilterFlags } from '../../solver/store/index.ts';
import { imageRecords, usedBytes } from '../../workspace/operations/collect.ts';
import { humanDuration, humanSize } from '../format/units.ts';

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
  run({ flags, session }) {
    const all = flags.on('all');
    const read = readFilterFlags(flags.list('filter'));
    if ('error' in read) return session.err(`ERROR: ${read.error}\n`);
    const warning = all ? 'WARNING! This will remove all build cache.' : 'WARNING! This will remove all dangling build cache.';
    if (!flags.on('force') && !confirmed(session, `${warning} Are you sure you want to continue?`)) return 0;
    const limit = (name: string): object => (flags.text(name) === undefined ? {} : { [camel(name)]: bytes(flags.text(name) ?? '') });
    const { machine } = session;
    const pruned = prune(machine.cache, {
      all, filters: read.filters, images: imageRecords(session.state), diskFree: machine.disk - usedBytes(machine),
      ...(read.until !== undefined && { keepDuration: read.until }), ...limit('reserved-space'), ...limit('max-used-space'), ...limit('min-free-space'),
    }, session.now);
    if ('error' in pruned) return session.err(`ERROR: ${pruned.error}\n`);
    session.machine = { ...machine, cache: pruned.store };
    if (pruned.removed.length > 0) {
      const rows = pruned.removed.map((record) => `${`${recordId(record.id)}${record.mutable ? '*' : ''}`.padEnd(40)}\t${String(record.reclaimable).padEnd(5)}\t${humanSize(record.size).padEnd(10)}\t${humanDuration(session.now - record.lastUsed)} ago\n`);
      session.out(`ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n${rows.join('')}`);
    }
    session.out(`Total:\t${humanSize(pruned.reclaimed)}\n`);
    return 0;
  },
};

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Bytes of a size as it is typed: `2gb`, `512MB`; decimal and binary units are the same there (go-units `RAMInBytes`). */
function bytes(text: string): number {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp])?/i.exec(text);
  return Number(match?.[1] ?? 0) * 1024 ** (1 + 'kmgtp'.indexOf((match?.[2] ?? '').toLowerCase() || 'x'));
}
