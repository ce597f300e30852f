import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { buildEntries, stepCounts } from '../build/history.ts';
import { formatRows, type RowFormat } from '../format/rows.ts';
import { humanDuration, rfc3339 } from '../format/units.ts';
import { toJson } from '../format/value.ts';

/** `docker buildx history ls`. */
export const buildxHistoryLsCommand: Command = {
  paths: ['buildx history ls'],
  use: '[OPTIONS]',
  about: 'List build records',
  flags: `
      --builder string       Override the configured builder instance
  -D, --debug                Enable debug logging
      --filter stringArray   Provide filter values (e.g., "status=error")
      --format string        Format the output (default "table")
      --local                List records for current repository only
      --no-trunc             Don't truncate output
`,
  takes: noArguments,
  run({ flags, session }) {
    const entries = buildEntries(session);
    const wanted = flags.text('format');
    if (wanted === 'json') {
      for (const { ref, built, name, status } of entries) {
        const { total, completed, cached } = stepCounts(built);
        const { startedAt, duration } = built.record;
        session.out(`${toJson({ cached_steps: cached, completed_at: rfc3339(startedAt + Math.round(duration)), completed_steps: completed, created_at: rfc3339(startedAt), name, ref: `default/default/${ref}`, status, total_steps: total })}\n`);
      }
      return 0;
    }
    const rows = entries.map(({ ref, built, name, status }) => ({ Ref: ref, Name: name, Status: status, CreatedAt: `${humanDuration(session.now - built.record.startedAt)} ago`, Duration: `${(built.record.duration / 1000).toFixed(1)}s`, End: '' }));
    const { text, error } = formatRows(format, rows, wanted);
    session.out(text);
    return error === undefined ? 0 : session.err(`ERROR: ${error}\n`);
  },
};

const format: RowFormat = {
  type: '*history.lsContext',
  heads: { Ref: 'BUILD ID', Name: 'NAME', Status: 'STATUS', CreatedAt: 'CREATED AT', Duration: 'DURATION', End: '' },
  table: '{{.Ref}}\t{{.Name}}\t{{.Status}}\t{{.CreatedAt}}\t{{.Duration}}\t{{.End}}',
};
