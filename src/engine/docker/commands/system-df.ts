import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { formatRows, type Row, type RowFormat } from '../format/rows.ts';
import { humanSize } from '../format/units.ts';
import { verboseUsage } from '../images/usage.ts';
import { imageDiskUsage } from '../../image/index.ts';
import { sizeOf } from '../../fs/index.ts';
import { diskUsage } from '../../solver/store/index.ts';
import { imageRecords } from '../../workspace/operations/collect.ts';
import type { Container } from '../../workspace/container.ts';

/** `docker system df`. */
export const systemDfCommand: Command = {
  paths: ['system df'],
  use: '[OPTIONS]',
  about: 'Show docker disk usage',
  flags: `
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -v, --verbose         Show detailed information on space usage
`,
  takes: noArguments,
  run({ flags, session }) {
    if (flags.on('verbose')) {
      session.out(verboseUsage(session, flags.text('format')));
      return 0;
    }
    const images = imageDiskUsage(session.images, session.listOptions);
    const containers = [...(session.machine.containers?.values() ?? [])];
    const cache = diskUsage(session.machine.cache, { images: imageRecords(session.state) });
    const all = containers.reduce((sum, container) => sum + writable(container), 0);
    const stopped = containers.filter(({ running }) => !running).reduce((sum, container) => sum + writable(container), 0);
    const built = 'error' in cache ? { records: [], private: 0 } : cache;
    const rows: readonly Row[] = [
      rowOf('Images', images.total, images.active, images.size, images.reclaimable, true),
      rowOf('Containers', containers.length, containers.filter(({ running }) => running).length, all, stopped, true),
      rowOf('Local Volumes', 0, 0, 0, 0, true),
      rowOf('Build Cache', built.records.length, 0, built.private, built.private, false),
    ];
    const { text, error } = formatRows(format, rows, flags.text('format'));
    session.out(text);
    return error === undefined ? 0 : session.err(`${error}\n`);
  },
};

const format: RowFormat = {
  type: '*formatter.diskUsageImagesContext',
  heads: { Type: 'TYPE', TotalCount: 'TOTAL', Active: 'ACTIVE', Size: 'SIZE', Reclaimable: 'RECLAIMABLE' },
  table: '{{.Type}}\t{{.TotalCount}}\t{{.Active}}\t{{.Size}}\t{{.Reclaimable}}',
};

/** Bytes that a container has written over its image. */
export const writable = ({ lower, root }: Container): number => Math.max(0, sizeOf(root) - sizeOf(lower));

function rowOf(type: string, total: number, active: number, size: number, reclaimable: number, share: boolean): Row {
  const part = share && size > 0 ? ` (${Math.floor((reclaimable * 100) / size)}%)` : '';
  return { Type: type, TotalCount: String(total), Active: String(active), Size: humanSize(size), Reclaimable: `${humanSize(reclaimable)}${part}` };
}
