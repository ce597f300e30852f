import type { Command } from '../cli/command.ts';
import { builderName, builderNames, defaultBuilder, removeBuilder } from '../build/builders.ts';
import { confirmed } from '../cli/confirm.ts';

/** `docker buildx rm`. */
export const buildxRmCommand: Command = {
  paths: ['buildx rm'],
  use: '[OPTIONS] [NAME...]',
  about: 'Remove one or more builder instances',
  flags: `
      --all-inactive     Remove all inactive builders
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
  -f, --force            Do not prompt for confirmation
      --keep-daemon      Keep the BuildKit daemon running
      --keep-state       Keep BuildKit state
`,
  takes: {},
  run({ flags, args, session }) {
    const inactive = flags.on('all-inactive');
    if (inactive && !flags.on('force') && !confirmed(session, 'WARNING! This will remove all builders that are not in running state. Are you sure you want to continue?')) return 0;
    const chosen = builderName(session.machine);
    const names = inactive ? builderNames(session.machine).filter((name) => name !== defaultBuilder && name !== chosen) : args.length > 0 ? args : [chosen];
    let failed = false;
    for (const name of names) {
      const known = builderNames(session.machine).includes(name);
      if (!known || name === defaultBuilder) {
        failed = true;
        session.err(`failed to remove ${name}: ${known ? 'context builder cannot be removed, run `docker context rm default` to remove this context' : `no builder ${JSON.stringify(name)} found`}\n`);
        continue;
      }
      session.machine = removeBuilder(session.machine, name);
      session.err(`${name} removed\n`);
    }
    return failed ? session.err('ERROR: failed to remove one or more builders\n') : 0;
  },
};
