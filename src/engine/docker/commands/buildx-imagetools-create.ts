import type { Command } from '../cli/command.ts';
import { createTag } from '../images/create-tag.ts';

/** `docker buildx imagetools create`. */
export const buildxImagetoolsCreateCommand: Command = {
  paths: ['buildx imagetools create'],
  use: '[OPTIONS] [SOURCE...]',
  about: 'Create a new image based on source images',
  flags: `
      --annotation stringArray   Add annotation to the image
      --append                   Append to existing manifest
      --builder string           Override the configured builder instance
  -D, --debug                    Enable debug logging
      --dry-run                  Show final image instead of pushing
  -f, --file stringArray         Read source descriptor from file
  -p, --platform stringArray     Filter specified platforms of target image
      --prefer-index             When only a single source is specified, prefer outputting an image index or manifest list instead of performing a carbon copy (default true)
      --progress string          Set type of progress output ("auto", "none", "plain", "rawjson", "tty"). Use plain to show container output (default "auto")
  -t, --tag stringArray          Set reference for new image
`,
  takes: {},
  run({ flags, args, session }) {
    const tags = flags.list('tag');
    if (args.length === 0 && flags.list('file').length === 0) return session.err('ERROR: no sources specified\n');
    if (tags.length === 0 && !flags.on('dry-run')) return session.err('ERROR: can\'t push with no tags specified, please set --tag or --dry-run\n');
    if (flags.list('file').length > 0 || flags.list('annotation').length > 0 || flags.list('platform').length > 0) return session.err('docker buildx imagetools create: --file, --annotation and --platform are not simulated.\n');
    return createTag(session, { sources: args, tags, append: flags.on('append'), preferIndex: !flags.given('prefer-index') || flags.on('prefer-index') }, flags.on('dry-run'));
  },
};
