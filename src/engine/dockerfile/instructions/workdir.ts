import type { WorkdirCommand } from '../instruction.ts';
import { expandAll } from './expansion.ts';
import { readFlags } from './flags.ts';
import { failure, sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

/** The directory of what follows. */
export const workdir: InstructionSpec<WorkdirCommand> = {
  keyword: 'WORKDIR',
  form: 'text',
  flags: [],
  read(node) {
    if (node.args.length !== 1) return failure('WORKDIR requires exactly one argument');
    const flags = readFlags(node.flags, workdir.flags);
    if (!flags.ok) return flags;
    return success({ type: 'WORKDIR', ...sourceOf(node), path: node.args[0]! });
  },
  expand(command, expand) {
    const words = expandAll([command.path], expand);
    return words.ok ? success({ ...command, path: words.value[0]! }) : words;
  },
  expands: 'The path.',
  usage: ['WORKDIR <path>'],
  documentation: `The directory for the instructions after it and for the container. It is made where it does not exist, which makes a layer. A relative path goes on from the one before.`,
  completions: ['WORKDIR ${path}'],
};
