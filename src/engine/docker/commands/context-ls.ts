import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { formatRows, type RowFormat } from '../format/rows.ts';

/** `docker context ls`. */
export const contextLsCommand: Command = {
  paths: ['context ls'],
  nicknames: ['context list'],
  use: '[OPTIONS]',
  about: 'List contexts',
  aliases: ['docker context ls', 'docker context list'],
  flags: `
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -q, --quiet           Only show context names
`,
  takes: noArguments,
  run({ flags, session }) {
    if (flags.on('quiet')) {
      session.out('default\n');
      return 0;
    }
    const row = { Name: 'default', Description: 'Current DOCKER_HOST based configuration', DockerEndpoint: 'unix:///var/run/docker.sock', Current: true, Error: '' };
    const shown = flags.given('format') && flags.text('format') !== 'table' ? row : { ...row, Name: 'default *' };
    const { text, error } = formatRows(format, [shown], flags.text('format'));
    session.out(text);
    return error === undefined ? 0 : session.err(`${error}\n`);
  },
};

const format: RowFormat = {
  type: '*formatter.clientContextContext',
  heads: { Name: 'NAME', Description: 'DESCRIPTION', DockerEndpoint: 'DOCKER ENDPOINT', Current: 'CURRENT', Error: 'ERROR' },
  table: '{{.Name}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}',
};
