/** The guide to writing a lesson, from Markdown to the sections of its page. */
import type { RootContent } from 'mdast';
import type { Html } from './lesson.ts';
import { anchors } from './read/anchors.ts';
import { htmlOf, htmlOfWords, parseMarkdown, wordsOf } from './read/markdown.ts';

export interface GuideSection {
  readonly id: string;
  readonly title: Html;
  readonly html: Html;
}

/** A section for each headline of the second level, and one without a title for what stands before; the page has its own title. */
export function guide(markdown: string): readonly GuideSection[] {
  const anchor = anchors();
  const parts: { id: string; title: Html; nodes: RootContent[] }[] = [{ id: '', title: '', nodes: [] }];
  for (const node of parseMarkdown(markdown).children) {
    if (node.type === 'heading' && node.depth === 1) continue;
    if (node.type === 'heading' && node.depth === 2) parts.push({ id: `guide-${anchor(wordsOf(node))}`, title: htmlOfWords(node.children), nodes: [] });
    else parts.at(-1)!.nodes.push(node);
  }
  return parts.filter(({ nodes }) => nodes.length > 0).map(({ id, title, nodes }) => ({ id, title, html: htmlOf(nodes) }));
}
