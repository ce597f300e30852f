import type { MaintainerCommand } from '../instruction.ts';
import { readFlags } from './flags.ts';
import { failure, sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

/** The author; deprecated. */
export const maintainer: InstructionSpec<MaintainerCommand> = {
  keyword: 'MAINTAINER',
  form: 'text',
  flags: [],
  read(node) {
    if (node.args.length !== 1) return failure('MAINTAINER requires exactly one argument');
    const flags = readFlags(node.flags, maintainer.flags);
    if (!flags.ok) return flags;
    return success({ type: 'MAINTAINER', ...sourceOf(node), maintainer: node.args[0]! });
  },
  expands: 'Nothing.',
  usage: ['MAINTAINER <name>'],
  documentation: `Sets the author of the image. Deprecated: write \`LABEL org.opencontainers.image.authors="…"\`.`,
  completions: [],
};
