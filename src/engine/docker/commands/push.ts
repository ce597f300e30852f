import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { push } from '../../registry/push.ts';
import { stopAt, transferred } from '../images/transfer.ts';

/** `docker push`. */
export const pushCommand: Command = {
  paths: ['push', 'image push'],
  use: '[OPTIONS] NAME[:TAG]',
  about: 'Upload an image to a registry',
  aliases: ['docker image push', 'docker push'],
  flags: `
  -a, --all-tags                Push all tags of an image to the repository
      --disable-content-trust   Skip image signing (default true)
      --platform string         Push a platform-specific manifest as a single-platform image to the registry.
                                Image index won't be pushed, meaning that other manifests, including attestations won't be preserved.
                                'os[/arch[/variant]]': Explicit platform (eg. linux/amd64)
  -q, --quiet                   Suppress verbose output
`,
  takes: exactly(1),
  run({ flags, args, session }) {
    const platform = flags.text('platform');
    const result = push(session.state.registries, {
      ...session.caller, store: session.images, ref: args[0] ?? '', imageStore: session.machine.builder.imageStore,
      allTags: flags.on('all-tags'), quiet: flags.on('quiet'), ...stopAt(session), ...(platform !== undefined && { platform }),
    });
    return transferred(session, result);
  },
};
