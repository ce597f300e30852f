import type { UserCommand } from '../instruction.ts';
import { expandAll } from './expansion.ts';
import { readFlags } from './flags.ts';
import { failure, sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

/** Who later steps and the container run as. */
export const user: InstructionSpec<UserCommand> = {
  keyword: 'USER',
  form: 'text',
  flags: [],
  read(node) {
    if (node.args.length !== 1) return failure('USER requires exactly one argument');
    const flags = readFlags(node.flags, user.flags);
    if (!flags.ok) return flags;
    return success({ type: 'USER', ...sourceOf(node), user: node.args[0]! });
  },
  expand(command, expand) {
    const words = expandAll([command.user], expand);
    return words.ok ? success({ ...command, user: words.value[0]! }) : words;
  },
  expands: 'The user.',
  usage: ['USER <user>[:<group>]'],
  documentation: `Who runs the later \`RUN\` steps and the container. Names must be in the image's \`/etc/passwd\`; numbers need not. \`COPY\` still makes files of root: see \`--chown\`.`,
  completions: ['USER ${user}'],
};
