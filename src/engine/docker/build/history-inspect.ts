/** `docker buildx history inspect`: one build in the layout of buildx (`commands/history/inspect.go`). */
import { alignColumns } from '../format/tabwriter.ts';
import { goTime } from '../format/units.ts';
import { stepCounts, type BuildEntry } from './history.ts';

/** Columns are set with tabs, eight wide. */
function section(rows: readonly (readonly [string, string])[]): string {
  const widest = Math.max(...rows.map(([name]) => name.length));
  const stop = (Math.floor((widest + 1) / 8) + 1) * 8;
  return rows.map(([name, value]) => `${name}:${'\t'.repeat(Math.ceil((stop - name.length - 1) / 8))}${value}\n`).join('');
}

/** The whole text. */
export function inspectText(entry: BuildEntry): string {
  const { ref, built, name } = entry;
  const { record } = built;
  const { total, completed, cached } = stepCounts(built);
  const { options } = record;
  const parts = [
    section([['Name', name], ['Ref', ref], ['Context', 'app'], ['Dockerfile', record.dockerfile.path], ...(options.target === undefined ? [] : [['Target', options.target] as const])]),
    section([
      ['Started', goTime(Math.floor(record.startedAt / 1000) * 1000).slice(0, 19)],
      ['Duration', `${(record.duration / 1000).toFixed(1)}s`],
      ...(record.ok ? [] : [['Error', `${record.error?.message.startsWith('Canceled') ? 'Canceled' : 'Unknown'} ${record.error?.message ?? ''}`] as const]),
      ['Build Steps', `${completed}/${total}${cached > 0 ? ` (${Math.floor((cached * 100) / total)}% cached)` : ''}`],
    ]),
    section([['Image Resolve Mode', options.pull ? 'pull' : 'local'], ...(options.noCache === true ? [['No Cache', 'true'] as const] : [])]),
  ];
  const args = Object.entries(options.buildArgs ?? {});
  if (args.length > 0) parts.push(alignColumns(`BUILD ARG\tVALUE\n${args.map(([key, value]) => `${key}\t${value}\n`).join('')}`, 0, 3));
  if (record.images.length > 0) {
    const rows = [...(record.index ? [`${record.index.digest}\t\tapplication/vnd.oci.image.index.v1+json\n`] : []), ...record.images.map((image) => `${image.manifestDigest}\t${image.platform}\tapplication/vnd.oci.image.manifest.v1+json\n`)];
    parts.push(`Attachments:\n${alignColumns(`DIGEST\tPLATFORM\tTYPE\n${rows.join('')}`, 0, 3)}`);
  }
  parts.push(`Print build logs: docker buildx history logs ${ref}\n`);
  return parts.join('\n');
}
