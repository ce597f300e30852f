import type { LabelCommand } from '../instruction.ts';
import { expandPairs } from './expansion.ts';
import { readFlags } from './flags.ts';
import { sourceOf, success, type InstructionSpec } from './instruction-spec.ts';
import { readPairs } from './key-values.ts';

/** Notes about the image. */
export const label: InstructionSpec<LabelCommand> = {
  keyword: 'LABEL',
  form: 'pairs',
  flags: [],
  read(node) {
    const flags = readFlags(node.flags, label.flags);
    if (!flags.ok) return flags;
    const pairs = readPairs(node.args, 'LABEL');
    if (!pairs.ok) return pairs;
    return success({ type: 'LABEL', ...sourceOf(node), pairs: pairs.value });
  },
  expand(command, expand) {
    const pairs = expandPairs(command.pairs, expand);
    return pairs.ok ? success({ ...command, pairs: pairs.value }) : pairs;
  },
  expands: 'Names and values.',
  usage: ['LABEL <name>=<value>...'],
  documentation: `Notes about the image: who made it, from what source, under which licence. The names \`org.opencontainers.image.…\` are common property.`,
  completions: ['LABEL ${name}="${value}"', 'LABEL org.opencontainers.image.source="${url}"'],
};
