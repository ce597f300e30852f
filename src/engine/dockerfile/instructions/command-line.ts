import type { CommandLine } from '../instruction.ts';
import type { InstructionNode } from '../syntax/node.ts';

/** What RUN, CMD and ENTRYPOINT have in common. */
export function readCommandLine(node: InstructionNode): CommandLine {
  return {
    cmdline: shellWords(node),
    shellForm: !node.json,
    files: node.heredocs.map(({ name, content, chomp }) => ({ name, data: content, chomp })),
  };
}

/** JSON words as they are; anything else as one string for the shell. */
export function shellWords({ args, json }: Pick<InstructionNode, 'args' | 'json'>): readonly string[] {
  return json || args.length === 0 ? args : [args.join(' ')];
}
