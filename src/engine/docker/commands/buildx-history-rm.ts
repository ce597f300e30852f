import type { Command } from '../cli/command.ts';
import { buildEntries, findBuild } from '../build/history.ts';

/** `docker buildx history rm`. */
export const buildxHistoryRmCommand: Command = {
  paths: ['buildx history rm'],
  use: '[OPTIONS] [REF...]',
  about: 'Remove build records',
  flags: `
      --all              Remove all build records
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
`,
  takes: {},
  run({ flags, args, session }) {
    if (args.length === 0 && !flags.on('all')) return session.err('ERROR: rm requires at least one argument\n');
    if (args.length > 0 && flags.on('all')) return session.err('ERROR: rm requires either --all or at least one argument\n');
    const gone: number[] = [];
    for (const entry of flags.on('all') ? buildEntries(session) : args.map((argument) => findBuild(session, argument))) {
      if ('error' in entry) return session.err(`ERROR: ${entry.error}\n`);
      gone.push(entry.built.record.number);
    }
    session.machine = { ...session.machine, forgottenBuilds: [...(session.machine.forgottenBuilds ?? []), ...gone] };
    return 0;
  },
};
