/** `docker images --tree`: images with their platforms, and both of their sizes (docker `cli/command/image/tree.go`). */
import type { ImageRow } from '../../image/index.ts';
import { humanSize, shortId } from '../format/units.ts';

const warning = "WARNING: This is an experimental feature. The output may change and shouldn't be depended on.\n";
const legend = 'Info ->  U In Use ';
const widths = { id: 12, disk: 10, content: 12, extra: 5 };
const gap = '   ';
/** Columns of a terminal whose size nobody knows. */
const terminalWidth = 80;

/** The whole text, without the colours that a terminal would get. */
export function imageTree(rows: readonly ImageRow[]): string {
  const images = rows.filter(({ dangling }) => !dangling).flatMap((row) => row.tags.map((name) => ({ name, row })));
  const names = images.flatMap(({ name, row }) => [name, ...platforms(row).map(({ platform }) => `└─ ${platform}`)]);
  const width = Math.max(18, ...names.map(({ length }) => length));
  const line = (name: string, id: string, disk: string, content: string, extra: string) =>
    [name.padEnd(width), id.padEnd(widths.id), disk.padStart(widths.disk), content.padStart(widths.content), extra].join(gap).padEnd(width + 12 + widths.id + widths.disk + widths.content + widths.extra);
  const head = line('IMAGE', 'ID', 'DISK USAGE', 'CONTENT SIZE', 'EXTRA').trimEnd();
  const blocks = images.map(({ name, row }) => {
    const below = platforms(row);
    const own = line(name, shortId(row.id), humanSize(row.size, 3), humanSize(row.content, 3), row.containers > 0 ? ' U' : '');
    return [own, ...below.map((one, at) => line(`${at === below.length - 1 ? '└─' : '├─'} ${one.platform}`, shortId(one.descriptor.digest), humanSize(one.content + one.unpacked, 3), humanSize(one.content, 3), ''))].join('\n') + '\n';
  });
  return `${warning}${legend.padStart(terminalWidth)}\n\n${head}\n${blocks.join('\n')}`;
}

const platforms = ({ manifests }: ImageRow) => manifests.filter(({ kind, available }) => kind === 'image' && available);
