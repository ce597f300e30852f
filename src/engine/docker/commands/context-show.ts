import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker context show`. */
export const contextShowCommand: Command = {
  paths: ['context show'],
  use: '',
  about: 'Print the name of the current context',
  takes: noArguments,
  run({ session }) {
    session.out('default\n');
    return 0;
  },
};
