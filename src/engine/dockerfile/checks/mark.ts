import type { Range } from '../../source/range.ts';
import { locate } from '../syntax/locate.ts';
import type { InstructionNode, ParsedDockerfile } from '../syntax/node.ts';
import type { Place } from './linter.ts';
import type { Mark } from './rule.ts';

/** The words of the document that a finding underlines; undefined where they are not to be seen there, as in a trigger. */
export function markedRange(document: ParsedDockerfile, place: Place, mark: Mark | undefined, facts: readonly string[]): Range | undefined {
  const node = place.node ?? (place as Partial<InstructionNode>);
  if (mark === undefined || !isNode(node) || node.range.from !== place.range.from || node.range.to !== place.range.to) return undefined;
  if (typeof mark === 'object' && 'text' in mark) return find(document.text, place.range, escapeRegExp(facts[mark.text] ?? ''));
  if (typeof mark === 'object' && 'variable' in mark) return find(document.text, place.range, `\\$\\{?${escapeRegExp(facts[mark.variable] ?? '')}(?![\\p{L}\\p{Nd}_])`);
  const places = locate(document, node);
  if (mark === 'keyword') return places.keyword;
  return 'argument' in mark ? places.args[mark.argument] : places.flags[mark.flag]?.value;
}

function isNode(node: Partial<InstructionNode>): node is InstructionNode {
  return node.pieces !== undefined && node.range !== undefined;
}

function find(text: string, { from, to }: Range, pattern: string): Range | undefined {
  const match = new RegExp(pattern, 'u').exec(text.slice(from, to));
  return match && match[0] !== '' ? { from: from + match.index, to: from + match.index + match[0].length } : undefined;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
