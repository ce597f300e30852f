import { goLower } from '../go/case.ts';
import { goQuote } from '../go/quote.ts';
import { trimSpace } from '../go/space.ts';
import type { InstructionNode, ParsedDockerfile } from './node.ts';

/** The tree as BuildKit prints it (`Node.Dump`): one `(copy ["--link"] "a" "/b")` a line. Heredoc contents are not in it. */
export function dump(parsed: Pick<ParsedDockerfile, 'nodes'>): string {
  return trimSpace(parsed.nodes.map((node) => `(${dumpNode(node)})\n`).join(''));
}

/** Triggers nest without recursion: what is behind each level is only closing parentheses. */
function dumpNode(node: InstructionNode): string {
  let out = '';
  let depth = 0;
  for (let current: InstructionNode | undefined = node; current; current = current.child) {
    if (depth > 0) out += ' (';
    depth++;
    const flags = current.flags.length > 0 ? ` [${current.flags.map(goQuote).join(' ')}]` : '';
    const args = current.args.map((word) => ' ' + goQuote(word)).join('');
    out += current.child ? goLower(current.keyword) + flags : trimSpace(goLower(current.keyword) + flags + args);
  }
  return out + ')'.repeat(depth - 1);
}
