import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { searchHub } from '../../registry/search.ts';
import { formatRows, type RowFormat } from '../format/rows.ts';
import { ellipsis } from '../format/units.ts';

/** `docker search`. */
export const searchCommand: Command = {
  paths: ['search'],
  use: '[OPTIONS] TERM',
  about: 'Search Docker Hub for images',
  flags: `
  -f, --filter filter   Filter output based on conditions provided
      --format string   Pretty-print search using a Go template
      --limit int       Max number of search results
      --no-trunc        Don't truncate output
`,
  takes: exactly(1),
  run({ flags, args, session }) {
    const limit = Number(flags.text('limit') ?? '25');
    if (limit < 0 || limit > 100) return session.refuse(`limit ${limit} is outside the range of [1, 100]`);
    const found = searchHub(session.state.registries, args[0] ?? '', limit === 0 ? 25 : limit).filter(({ stars, official }) =>
      flags.list('filter').every((filter) => {
        const [key, value = ''] = filter.split('=');
        if (key === 'stars') return stars >= Number(value);
        return key === 'is-official' ? official === (value === 'true') : true;
      }),
    );
    const rows = found.map(({ name, description, stars, official }) => ({ Name: name, Description: flags.on('no-trunc') ? description : ellipsis(description, 45), StarCount: String(stars), IsOfficial: official ? '[OK]' : '' }));
    const { text, error } = formatRows(format, rows, flags.text('format'));
    session.out(text);
    return error === undefined ? 0 : session.err(`${error}\n`);
  },
};

const format: RowFormat = {
  type: '*search.searchContext',
  heads: { Name: 'NAME', Description: 'DESCRIPTION', StarCount: 'STARS', IsOfficial: 'OFFICIAL' },
  table: '{{.Name}}\t{{.Description}}\t{{.StarCount}}\t{{.IsOfficial}}',
};
