import type { ShellCommand } from '../instruction.ts';
import { readFlags } from './flags.ts';
import { failure, sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

/** The shell of commands that are not JSON. */
export const shell: InstructionSpec<ShellCommand> = {
  keyword: 'SHELL',
  form: 'json-or-text',
  flags: [],
  read(node) {
    const flags = readFlags(node.flags, shell.flags);
    if (!flags.ok) return flags;
    if (node.args.length === 0) return failure('SHELL requires at least one argument');
    if (!node.json) return failure('SHELL requires the arguments to be in JSON form', { arg: 0 }, { id: 'editor.hint-write', values: { form: 'SHELL ["/bin/bash", "-c"]' } });
    return success({ type: 'SHELL', ...sourceOf(node), shell: node.args });
  },
  expands: 'Nothing.',
  usage: ['SHELL ["<program>", "<argument>"...]'],
  documentation: `The shell for the \`RUN\`, \`CMD\` and \`ENTRYPOINT\` lines after it that are not JSON; \`["/bin/sh", "-c"]\` at first. \`SHELL ["/bin/bash", "-o", "pipefail", "-c"]\` makes a failing pipe fail the step.`,
  completions: ['SHELL ["/bin/bash", "-o", "pipefail", "-c"]'],
};
