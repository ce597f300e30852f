import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { recordId } from '../build/history.ts';
import { diskUsage, readFilterFlags, type UsageInfo } from '../../solver/store/index.ts';
import { imageRecords } from '../../workspace/operations/collect.ts';
import { formatRows, type Row, type RowFormat } from '../format/rows.ts';
import { goTime, humanDuration, humanSize } from '../format/units.ts';

/** `docker buildx du`. */
export const buildxDuCommand: Command = {
  paths: ['buildx du'],
  use: '',
  about: 'Disk usage',
  flags: `
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
      --filter filter    Provide filter values
      --format string    Format the output
      --verbose          Shorthand for "--format=pretty"
`,
  takes: exactly(0),
  run({ flags, session }) {
    const read = readFilterFlags(flags.list('filter'));
    if ('error' in read) return session.err(`ERROR: ${read.error}\n`);
    const usage = diskUsage(session.machine.cache, { filters: read.filters, images: imageRecords(session.state) });
    if ('error' in usage) return session.err(`ERROR: ${usage.error}\n`);
    const { now } = session;
    const sums = `${usage.shared > 0 ? `Shared:\t\t${humanSize(usage.shared)}\nPrivate:\t${humanSize(usage.private)}\n` : ''}Reclaimable:\t${humanSize(usage.reclaimable)}\nTotal:\t\t${humanSize(usage.total)}\n`;
    const wanted = flags.text('format');
    if (flags.on('verbose') || wanted === 'pretty') {
      session.out(usage.records.map((record) => `${pretty(record, now)}\n`).join('') + sums);
      return 0;
    }
    const table = wanted === undefined || wanted === 'table';
    const { text, error } = formatRows(format, usage.records.map((record) => rowOf(record, now, table)), wanted);
    session.out(text + (table ? sums : ''));
    return error === undefined ? 0 : session.err(`ERROR: ${error}\n`);
  },
};

const format: RowFormat = {
  type: '*commands.diskUsageContext',
  heads: { ID: 'ID', Reclaimable: 'RECLAIMABLE', Size: 'SIZE', LastUsedAt: 'LAST ACCESSED', CreatedAt: 'CREATED AT', Description: 'DESCRIPTION', Mutable: 'MUTABLE', Parents: 'PARENTS', Shared: 'SHARED', Type: 'TYPE', UsageCount: 'USAGE COUNT' },
  table: '{{.ID}}\t{{.Reclaimable}}\t{{.Size}}\t{{.LastUsedAt}}',
};

/** A record with an asterisk where builds may still change it. */
function rowOf(record: UsageInfo, now: number, table: boolean): Row {
  return {
    ID: recordId(record.id) + (table && record.mutable ? '*' : ''), Reclaimable: String(record.reclaimable), Size: humanSize(record.size), LastUsedAt: `${humanDuration(now - record.lastUsed)} ago`, CreatedAt: goTime(record.created),
    Description: record.description, Mutable: String(record.mutable), Parents: record.parents.map(recordId), Shared: String(record.shared), Type: record.type, UsageCount: record.usageCount,
  };
}

function pretty(record: UsageInfo, now: number): string {
  const parents = record.parents.length > 0 ? `Parents:\n${record.parents.map((id) => ` - ${recordId(id)}\n`).join('')}` : '';
  const lines: readonly (readonly [string, string])[] = [
    ['Created at:', goTime(record.created)], ['Mutable:', String(record.mutable)], ['Reclaimable:', String(record.reclaimable)], ['Shared:', String(record.shared)], ['Size:', humanSize(record.size)],
    ['Description:', record.description], ['Usage count:', String(record.usageCount)], ['Last used:', `${humanDuration(now - record.lastUsed)} ago`], ['Type:', record.type],
  ];
  return `${'ID:'.padEnd(14)}${recordId(record.id)}\n${parents}${lines.map(([name, value]) => `${name.padEnd(14)}${value}\n`).join('')}`;
}
