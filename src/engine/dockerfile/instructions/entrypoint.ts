import type { EntrypointCommand } from '../instruction.ts';
import { readCommandLine } from './command-line.ts';
import { readFlags } from './flags.ts';
import { sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

/** The program a container is. */
export const entrypoint: InstructionSpec<EntrypointCommand> = {
  keyword: 'ENTRYPOINT',
  form: 'json-or-text',
  flags: [],
  read(node) {
    const flags = readFlags(node.flags, entrypoint.flags);
    if (!flags.ok) return flags;
    const line = readCommandLine(node);
    const cmdline = node.args.length === 0 ? null : line.cmdline;
    return success({ type: 'ENTRYPOINT', ...sourceOf(node), ...line, cmdline });
  },
  expands: 'Nothing; in the shell form the shell does it when the container starts.',
  usage: ['ENTRYPOINT ["<program>", "<argument>"...]', 'ENTRYPOINT <command line for the shell>'],
  documentation: `The program a container of this image is. \`CMD\`, or what is typed after \`docker run image\`, are its arguments.

In the shell form \`CMD\` is ignored and signals go to the shell. It also takes away a \`CMD\` that comes from the base image.`,
  completions: ['ENTRYPOINT ["${program}"]'],
};
