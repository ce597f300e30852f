/** The body of lesson.md → blocks: headings, prose, and what directives stand for. */
import type { RootContent } from 'mdast';
import type { Block } from '../lesson.ts';
import { block, type DirectiveNode } from './directives.ts';
import { anchors, type Anchors } from './anchors.ts';
import { htmlOf, inspect, parseMarkdown, refused, startOf, wordsOf, type Report } from './markdown.ts';
import type { Place } from './problems.ts';

/** A directive that names a question or an exercise, and where. */
export interface Placed {
  readonly block: Block;
  readonly place: Place;
}

/** What a directive is read with. */
export interface Body {
  readonly text: string;
  readonly definitions: readonly RootContent[];
  readonly anchors: Anchors;
  readonly report: Report;
}

/** The blocks of a Markdown text with their places in it. */
export function blocks(text: string, report: Report): readonly Placed[] {
  if (refused(text, report)) return [];
  const { children } = parseMarkdown(text, true);
  const definitions = children.filter(({ type }) => type === 'definition');
  const body: Body = { text, definitions, anchors: anchors(), report };
  const placed: Placed[] = [];
  let prose: RootContent[] = [];
  const endProse = () => {
    const [first] = prose;
    const html = htmlOf(prose, definitions);
    if (first && html !== '') placed.push({ block: { kind: 'prose', html }, place: startOf(first) });
    prose = [];
  };
  for (const node of children) {
    const own = isDirective(node) ? block(node, body) : node.type === 'heading' && node.depth < 3 ? heading(node, body) : undefined;
    if (!isDirective(node)) inspect(node, report);
    refuseDirectivesIn(node, report);
    if (own) {
      endProse();
      placed.push({ block: own, place: startOf(node) });
    } else if (!isDirective(node)) prose.push(node);
  }
  endProse();
  return placed;
}

function heading(node: RootContent & { type: 'heading' }, { anchors, report }: Body): Block {
  const text = wordsOf(node).trim();
  if (node.depth === 1) report(startOf(node), 'the title stands in the front matter: sections begin with `##`');
  if (text === '') report(startOf(node), 'this heading has no words');
  return { kind: 'heading', id: anchors(text), text };
}

function isDirective(node: { readonly type: string }): node is DirectiveNode {
  return node.type === 'leafDirective' || node.type === 'containerDirective';
}

/** Directives stand at the left margin: none in lists, quotes and other directives. */
function refuseDirectivesIn(node: RootContent, report: Report): void {
  if (!('children' in node)) return;
  for (const child of node.children as readonly RootContent[]) {
    if (isDirective(child)) report(startOf(child), 'directives stand on their own: not in lists, quotes or other directives');
    else refuseDirectivesIn(child, report);
  }
}
