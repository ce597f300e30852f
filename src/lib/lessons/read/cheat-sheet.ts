/** A list of codes and what they do → the rows of a cheat sheet. */
import type { ListItem, RootContent } from 'mdast';
import type { CheatRow } from '../lesson.ts';
import type { Body } from './body.ts';
import type { DirectiveNode } from './directives.ts';
import { htmlOfWords, inspect, startOf } from './markdown.ts';

/** The rows; what is no list of such items is reported. */
export function cheatRows(nodes: readonly RootContent[], directive: DirectiveNode, body: Body): readonly CheatRow[] {
  const items = nodes.flatMap((node) => (node.type === 'list' ? node.children : []));
  if (items.length === 0 || nodes.some(({ type }) => type !== 'list')) body.report(startOf(directive), 'a cheat sheet is a list: ``- `docker images`: what it does.``');
  return items.flatMap((item) => row(item, body) ?? []);
}

function row(item: ListItem, body: Body): CheatRow | undefined {
  inspect(item, body.report);
  const [paragraph, more] = item.children;
  const [shown, ...others] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  if (shown?.type !== 'inlineCode' || more) return void body.report(startOf(item), 'a row of a cheat sheet is one paragraph that begins with a code: ``- `docker images`: what it does.``');
  const [gap, typed, ...rest] = others;
  const second = gap?.type === 'text' && gap.value.trim() === '' && typed?.type === 'inlineCode' ? typed.value : undefined;
  const says = second === undefined ? others : rest;
  const [head, ...tail] = says;
  const words = head?.type === 'text' ? [{ ...head, value: head.value.replace(/^\s*:?\s*/, '') }, ...tail] : says;
  const run = second ?? (isCommand(shown.value) ? shown.value : undefined);
  return { code: shown.value, ...(run !== undefined && { run }), says: htmlOfWords(words, body.definitions) };
}

/** A line that a terminal runs as it stands: it begins as a command does and has no NAME to be filled in. */
function isCommand(line: string): boolean {
  return /^(?:docker|cat|ls|echo|git|curl|touch|rm|cp|mv|mkdir|chmod)(?: |$)/.test(line) && !/(?:^|[\s/:=])[A-Z][A-Z_]+(?:$|[\s/:])/.test(line) && !/[…<>]/.test(line);
}
