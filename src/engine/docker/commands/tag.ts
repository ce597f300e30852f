import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker tag`. */
export const tagCommand: Command = {
  paths: ['tag', 'image tag'],
  use: 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
  about: 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE',
  aliases: ['docker image tag', 'docker tag'],
  takes: exactly(2),
  run({ session }) {
    return session.err('not yet\n');
  },
};
