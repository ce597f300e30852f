import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { tagImage } from '../../image/index.ts';

/** `docker tag`. */
export const tagCommand: Command = {
  paths: ['tag', 'image tag'],
  use: 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
  about: 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE',
  aliases: ['docker image tag', 'docker tag'],
  takes: exactly(2),
  run({ args, session }) {
    const [source = '', target = ''] = args;
    const tagged = tagImage(session.images, source, target, session.now);
    if ('error' in tagged) return session.err(`${tagged.error[0]?.toUpperCase() ?? ''}${tagged.error.slice(1)}\n`);
    session.images = tagged.store;
    return 0;
  },
};
