import type { StopSignalCommand } from '../instruction.ts';
import { expandAll } from './expansion.ts';
import { failure, sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

/** The signal that stops a container. */
export const stopsignal: InstructionSpec<StopSignalCommand> = {
  keyword: 'STOPSIGNAL',
  form: 'text',
  flags: [],
  read(node) {
    if (node.args.length !== 1) return failure('STOPSIGNAL requires exactly one argument');
    return success({ type: 'STOPSIGNAL', ...sourceOf(node), signal: node.args[0]! });
  },
  expand(command, expand) {
    const words = expandAll([command.signal], expand);
    return words.ok ? success({ ...command, signal: words.value[0]! }) : words;
  },
  expands: 'The signal.',
  usage: ['STOPSIGNAL <signal>'],
  documentation: `The signal \`docker stop\` sends, by name or number; \`SIGTERM\` without it.`,
  completions: ['STOPSIGNAL SIGQUIT', 'STOPSIGNAL SIGINT'],
};
