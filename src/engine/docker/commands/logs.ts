import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { findContainer, noSuchContainer } from '../containers/store.ts';
import { rfc3339 } from '../format/units.ts';

/** `docker logs`. */
export const logsCommand: Command = {
  paths: ['logs', 'container logs'],
  use: '[OPTIONS] CONTAINER',
  about: 'Fetch the logs of a container',
  aliases: ['docker container logs', 'docker logs'],
  flags: `
      --details        Show extra details provided to logs
  -f, --follow         Follow log output
      --since string   Show logs since timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)
  -n, --tail string    Number of lines to show from the end of the logs (default "all")
  -t, --timestamps     Show timestamps
      --until string   Show logs before a timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)
`,
  takes: exactly(1),
  run({ flags, args, session }) {
    const container = findContainer(session, args[0] ?? '');
    if (!container) return session.refuse(noSuchContainer(args[0] ?? ''));
    const tail = flags.text('tail') ?? 'all';
    const count = /^\d+$/.test(tail) ? Number(tail) : Infinity;
    for (const { stream, time, text } of container.logs.slice(count === Infinity ? 0 : Math.max(0, container.logs.length - count))) {
      const stamped = flags.on('timestamps') ? `${rfc3339((container.started ?? 0) + Math.round(time))} ${text}` : text;
      if (stream === 1) session.out(stamped);
      else session.err(stamped);
    }
    return 0;
  },
};
