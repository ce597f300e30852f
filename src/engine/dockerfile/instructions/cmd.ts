import type { CmdCommand } from '../instruction.ts';
import { readCommandLine } from './command-line.ts';
import { readFlags } from './flags.ts';
import { sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

/** What a container runs when nothing else is said. */
export const cmd: InstructionSpec<CmdCommand> = {
  keyword: 'CMD',
  form: 'json-or-text',
  flags: [],
  read(node) {
    const flags = readFlags(node.flags, cmd.flags);
    if (!flags.ok) return flags;
    return success({ type: 'CMD', ...sourceOf(node), ...readCommandLine(node) });
  },
  expands: 'Nothing; in the shell form the shell does it when the container starts.',
  usage: ['CMD ["<program>", "<argument>"...]', 'CMD <command line for the shell>'],
  documentation: `What a container of this image runs, or the arguments of \`ENTRYPOINT\` where there is one. \`docker run image …\` replaces it. The last one counts.

The JSON form runs the program itself; the other wraps it in a shell, which then gets the signals.`,
  completions: ['CMD ["${program}"]', 'CMD ${command}'],
};
