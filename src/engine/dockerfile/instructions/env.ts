import type { EnvCommand } from '../instruction.ts';
import { expandPairs } from './expansion.ts';
import { readFlags } from './flags.ts';
import { sourceOf, success, type InstructionSpec } from './instruction-spec.ts';
import { readPairs } from './key-values.ts';

/** Environment variables of the build and of the container. */
export const env: InstructionSpec<EnvCommand> = {
  keyword: 'ENV',
  form: 'pairs',
  flags: [],
  read(node) {
    const flags = readFlags(node.flags, env.flags);
    if (!flags.ok) return flags;
    const pairs = readPairs(node.args, 'ENV');
    if (!pairs.ok) return pairs;
    return success({ type: 'ENV', ...sourceOf(node), pairs: pairs.value });
  },
  expand(command, expand) {
    const pairs = expandPairs(command.pairs, expand);
    return pairs.ok ? success({ ...command, pairs: pairs.value }) : pairs;
  },
  expands: 'Names and values, all with the environment before the line: `ENV a=1 b=$a` gives `b` the old `a`.',
  usage: ['ENV <name>=<value>...', 'ENV <name> <value>'],
  documentation: `Sets environment variables, for the rest of the build and in every container of the image.

The form without \`=\` takes the whole rest of the line as value of one variable; it is deprecated.`,
  completions: ['ENV ${name}=${value}'],
};
