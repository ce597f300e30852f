import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { builderName, builderNames, defaultBuilder } from '../build/builders.ts';
import { buildkitVersion } from '../cli/root.ts';
import { formatRows, type Row, type RowFormat } from '../format/rows.ts';

/** `docker buildx ls`. */
export const buildxLsCommand: Command = {
  paths: ['buildx ls'],
  use: '',
  about: 'List builder instances',
  flags: `
  -D, --debug           Enable debug logging
      --format string   Format the output (default "table")
      --no-trunc        Don't truncate output
`,
  takes: exactly(0),
  run({ flags, session }) {
    const chosen = builderName(session.machine);
    const rows = builderNames(session.machine).flatMap((name): Row[] => {
      const own = name === defaultBuilder;
      const used = own || name === chosen;
      const node = own ? name : `${name}0`;
      const head = { 'Name/Node': `${name}${name === chosen ? '*' : ''}`, Name: name, 'Driver/Endpoint': own ? 'docker' : 'docker-container', Status: '', Buildkit: '', Platforms: '' };
      const below = { 'Name/Node': ` \\_ ${node}`, Name: node, 'Driver/Endpoint': ` \\_ ${own ? 'default' : 'unix:///var/run/docker.sock'}`, Status: used ? 'running' : 'inactive', Buildkit: used ? buildkitVersion : '', Platforms: used ? 'linux/amd64 (+4)' : '' };
      return [head, below];
    });
    const shown = rows.map((row) => ({ ...row, NameNode: row['Name/Node'], DriverEndpoint: row['Driver/Endpoint'] }));
    const { text, error } = formatRows(format, shown, flags.text('format'));
    session.out(text);
    return error === undefined ? 0 : session.err(`ERROR: ${error}\n`);
  },
};

const format: RowFormat = {
  type: '*commands.lsContext',
  heads: { NameNode: 'NAME/NODE', DriverEndpoint: 'DRIVER/ENDPOINT', Status: 'STATUS', Buildkit: 'BUILDKIT', Platforms: 'PLATFORMS', Name: 'NAME' },
  table: '{{.NameNode}}\t{{.DriverEndpoint}}\t{{.Status}}\t{{.Buildkit}}\t{{.Platforms}}',
};
