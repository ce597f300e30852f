/** A list of links → official documentation. */
import type { RootContent } from 'mdast';
import type { Body } from './body.ts';
import type { DirectiveNode } from './directives.ts';
import { inspect, startOf, wordsOf } from './markdown.ts';

/** The links; what is no list of them is reported. */
export function docLinks(nodes: readonly RootContent[], directive: DirectiveNode, body: Body): readonly { readonly title: string; readonly href: string }[] {
  const items = nodes.flatMap((node) => (node.type === 'list' ? node.children : []));
  if (items.length === 0 || nodes.some(({ type }) => type !== 'list')) body.report(startOf(directive), '`:::docs` is a list of links: `- [Docker build cache](https://docs.docker.com/build/cache/)`');
  return items.flatMap((item) => {
    inspect(item, body.report);
    const [paragraph, more] = item.children;
    const [link, ...others] = paragraph?.type === 'paragraph' ? paragraph.children : [];
    if (link?.type === 'link' && others.length === 0 && !more) return [{ title: wordsOf(link), href: link.url }];
    body.report(startOf(item), 'this is one link and nothing else: `- [Docker build cache](https://docs.docker.com/build/cache/)`');
    return [];
  });
}
