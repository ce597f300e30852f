import type { ExposeCommand } from '../instruction.ts';
import { readFlags } from './flags.ts';
import { failure, sourceOf, success, type InstructionSpec } from './instruction-spec.ts';

/** Ports the program listens on. */
export const expose: InstructionSpec<ExposeCommand> = {
  keyword: 'EXPOSE',
  form: 'list',
  flags: [],
  read(node) {
    if (node.args.length === 0) return failure('EXPOSE requires at least one argument');
    const flags = readFlags(node.flags, expose.flags);
    if (!flags.ok) return flags;
    return success({ type: 'EXPOSE', ...sourceOf(node), ports: [...node.args].sort(byBytes) });
  },
  expands: 'Each port; a value with spaces becomes several ports.',
  usage: ['EXPOSE <port>[-<port>][/tcp|/udp|/sctp]...'],
  documentation: `Notes the ports the program listens on. It publishes nothing: \`docker run -p\` does, and \`-P\` publishes exactly these.`,
  completions: ['EXPOSE ${port}'],
};

/** The order of the UTF-8 bytes is the order of the characters. */
function byBytes(a: string, b: string): number {
  for (let i = 0; ; ) {
    const x = a.codePointAt(i) ?? -1;
    const y = b.codePointAt(i) ?? -1;
    if (x !== y || x < 0) return x - y;
    i += x > 0xffff ? 2 : 1;
  }
}
