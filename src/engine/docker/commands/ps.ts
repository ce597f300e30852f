import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { filterTruth, labelsMatch, readFilters } from '../cli/filters.ts';
import { containerFormat, containerRow, stateOf } from '../containers/rows.ts';
import { containersOf } from '../containers/store.ts';
import { formatRows } from '../format/rows.ts';
import { humanSize } from '../format/units.ts';
import { writable } from './system-df.ts';
import { sizeOf } from '../../fs/index.ts';

/** `docker ps`. */
export const psCommand: Command = {
  paths: ['ps', 'container ls'],
  nicknames: ['container list', 'container ps'],
  use: '[OPTIONS]',
  about: 'List containers',
  aliases: ['docker container ls', 'docker container list', 'docker container ps', 'docker ps'],
  flags: `
  -a, --all             Show all containers (default shows just running)
  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -n, --last int        Show n last created containers (includes all states) (default -1)
  -l, --latest          Show the latest created container (includes all states)
      --no-trunc        Don't truncate output
  -q, --quiet           Only display container IDs
  -s, --size            Display total file sizes
`,
  takes: noArguments,
  run({ flags, session }) {
    const filters = readFilters(flags.list('filter'), ['ancestor', 'before', 'exited', 'expose', 'health', 'id', 'is-task', 'isolation', 'label', 'name', 'network', 'publish', 'since', 'status', 'volume']);
    if ('error' in filters) return session.refuse(filters.error);
    const wants = (key: string, fits: (value: string) => boolean): boolean => !filters.has(key) || (filters.get(key) ?? []).some(fits);
    const last = flags.on('latest') ? 1 : Number(flags.text('last') ?? '-1');
    const all = flags.on('all') || last >= 0 || filters.has('status') || filters.has('exited');
    const shown = [...containersOf(session)].reverse().filter((container) => {
      if (!all && !container.running) return false;
      return (
        wants('status', (value) => stateOf(container) === value) &&
        wants('exited', (value) => container.finished !== undefined && container.exitCode === Number(value)) &&
        wants('name', (value) => container.name.includes(value.replace(/^\/|\$$/g, ''))) &&
        wants('id', (value) => container.id.startsWith(value)) &&
        wants('ancestor', (value) => container.image === value || container.image.split(':')[0] === value || container.target.includes(value)) &&
        wants('is-task', (value) => filterTruth(value) === false) &&
        labelsMatch(filters.get('label') ?? [], container.labels)
      );
    }).slice(0, last >= 0 ? last : undefined);
    if (flags.on('quiet') && !flags.given('format')) {
      session.out(shown.map(({ id }) => `${flags.on('no-trunc') ? id : id.slice(0, 12)}\n`).join(''));
      return 0;
    }
    const rows = shown.map((container) => ({ ...containerRow(container, session.now, flags.on('no-trunc')), ...(flags.on('size') && { Size: `${humanSize(writable(container), 3)} (virtual ${humanSize(sizeOf(container.root), 3)})` }) }));
    const { text, error } = formatRows(flags.on('size') ? { ...containerFormat, table: `${containerFormat.table}\t{{.Size}}` } : containerFormat, rows, flags.text('format'));
    session.out(text);
    return error === undefined ? 0 : session.err(`${error}\n`);
  },
};
