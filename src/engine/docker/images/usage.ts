/** `docker system df --verbose`: every image, container and cache record with what it takes. */
import { listImages } from '../../image/index.ts';
import { diskUsage } from '../../solver/store/index.ts';
import { imageRecords } from '../../workspace/operations/collect.ts';
import { recordId } from '../build/history.ts';
import { containerRow, containerFormat } from '../containers/rows.ts';
import { formatRows } from '../format/rows.ts';
import { humanDuration, humanSize, shortId } from '../format/units.ts';
import { toJson } from '../format/value.ts';
import type { Session } from '../session.ts';

const imageTable = {
  type: '',
  heads: { Repository: 'REPOSITORY', Tag: 'TAG', ID: 'IMAGE ID', CreatedSince: 'CREATED', Size: 'SIZE', SharedSize: 'SHARED SIZE', UniqueSize: 'UNIQUE SIZE', Containers: 'CONTAINERS' },
  table: '{{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}\t{{.SharedSize}}\t{{.UniqueSize}}\t{{.Containers}}',
};
const containerTable = {
  ...containerFormat,
  heads: { ...containerFormat.heads, LocalVolumes: 'LOCAL VOLUMES' },
  table: '{{.ID}}\t{{.Image}}\t{{.Command}}\t{{.LocalVolumes}}\t{{.Size}}\t{{.RunningFor}}\t{{.Status}}\t{{.Names}}',
};
const volumeTable = { type: '', heads: { Name: 'VOLUME NAME', Links: 'LINKS', Size: 'SIZE' }, table: '{{.Name}}\t{{.Links}}\t{{.Size}}' };
const cacheTable = {
  type: '',
  heads: { ID: 'CACHE ID', CacheType: 'CACHE TYPE', Size: 'SIZE', CreatedSince: 'CREATED', LastUsedSince: 'LAST USED', UsageCount: 'USAGE', Shared: 'SHARED' },
  table: '{{.ID}}\t{{.CacheType}}\t{{.Size}}\t{{.CreatedSince}}\t{{.LastUsedSince}}\t{{.UsageCount}}\t{{.Shared}}',
};

/** The four tables, or one JSON of all. */
export function verboseUsage(session: Session, format: string | undefined): string {
  const { now } = session;
  const ago = (time: number): string => `${humanDuration(now - time)} ago`;
  const images = listImages(session.images, session.listOptions).map((row) => {
    const [first = ''] = row.tags;
    const colon = first.lastIndexOf(':');
    return {
      Repository: first === '' ? '<none>' : first.slice(0, colon), Tag: first === '' ? '<none>' : first.slice(colon + 1), ID: shortId(row.id), CreatedSince: row.created === undefined ? 'N/A' : ago(row.created), Size: humanSize(row.size, 3),
      SharedSize: humanSize(row.shared), UniqueSize: humanSize(row.size - row.shared), Containers: String(row.containers),
    };
  });
  const containers = [...(session.machine.containers?.values() ?? [])].reverse().map((container) => ({ ...containerRow(container, now, false), LocalVolumes: '0', Size: humanSize(0, 3) }));
  const usage = diskUsage(session.machine.cache, { images: imageRecords(session.state) });
  const records = 'error' in usage ? [] : usage.records;
  const cache = [...records].sort((a, b) => a.lastUsed - b.lastUsed).map((record) => ({
    ID: recordId(record.id).slice(0, 12), CacheType: record.type, Size: humanSize(record.size, 3), CreatedSince: ago(record.created), LastUsedSince: ago(record.lastUsed), UsageCount: String(record.usageCount), Shared: String(record.shared),
  }));
  if (format === 'json') return toJson({ Images: images, Containers: containers, Volumes: [], BuildCache: cache });
  return [
    `Images space usage:\n\n${formatRows(imageTable, images).text}\n`,
    `Containers space usage:\n\n${formatRows(containerTable, containers).text}\n`,
    `Local Volumes space usage:\n\n${formatRows(volumeTable, []).text}\n`,
    `Build cache usage: ${humanSize('error' in usage ? 0 : usage.private)}\n\n${formatRows(cacheTable, cache).text}`,
  ].join('');
}
