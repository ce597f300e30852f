import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { pull } from '../../registry/pull.ts';
import { stopAt, transferred } from '../images/transfer.ts';

/** `docker pull`. */
export const pullCommand: Command = {
  paths: ['pull', 'image pull'],
  use: '[OPTIONS] NAME[:TAG|@DIGEST]',
  about: 'Download an image from a registry',
  aliases: ['docker image pull', 'docker pull'],
  flags: `
  -a, --all-tags                Download all tagged images in the repository
      --disable-content-trust   Skip image verification (default true)
      --platform string         Set platform if server is multi-platform capable
  -q, --quiet                   Suppress verbose output
`,
  takes: exactly(1),
  run({ flags, args, session }) {
    const platform = flags.text('platform');
    const result = pull(session.state.registries, {
      ...session.caller, store: session.images, ref: args[0] ?? '', imageStore: session.machine.builder.imageStore,
      allTags: flags.on('all-tags'), quiet: flags.on('quiet'), ...stopAt(session), ...(platform !== undefined && { platform }),
    });
    return transferred(session, result);
  },
};
