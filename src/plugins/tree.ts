/** Markup as a tree, and the three ways in which it gets into a document: as text, as hast, and as elements of MDX. */
import type { Element, Text } from 'hast';

export interface Tag {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly Piece[];
}

/** A string is text. */
export type Piece = Tag | string;

export const tag = (name: string, attributes: Tag['attributes'], children: readonly Piece[] = []): Tag => ({ tag: name, attributes, children });

const empty = new Set(['img', 'source']);

/** HTML text. A first line break in `pre` belongs to the markup, so there is one. */
export function html(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  const open = `<${piece.tag}${piece.attributes.map(([name, value]) => (value === '' && name !== 'alt' ? ` ${name}` : ` ${name}="${escaped(value)}"`)).join('')}>`;
  return empty.has(piece.tag) ? open : `${open}${piece.tag === 'pre' ? '\n' : ''}${piece.children.map(html).join('')}</${piece.tag}>`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"\r]/g, (sign) => signs[sign]!);

/** For unified's processors of HTML. Whoever writes it as text drops a first line break of `pre`, so a text that begins with one has two. */
export function hast(piece: Tag): Element;
export function hast(piece: Piece): Element | Text;
export function hast(piece: Piece): Element | Text {
  if (typeof piece === 'string') return { type: 'text', value: piece };
  const children = piece.children.map((child) => hast(piece.tag === 'pre' && typeof child === 'string' && child.startsWith('\n') ? `\n${child}` : child));
  return { type: 'element', tagName: piece.tag, properties: Object.fromEntries(piece.attributes), children };
}

/** An element of MDX that no component of the page takes the place of: `pre` is often one. */
export interface MdxElement {
  readonly type: 'mdxJsxFlowElement';
  readonly name: string;
  readonly attributes: readonly { readonly type: 'mdxJsxAttribute'; readonly name: string; readonly value: string }[];
  readonly children: readonly (MdxElement | Text)[];
  readonly data: { readonly _mdxExplicitJsx: true };
}

export function mdx({ tag: name, attributes, children }: Tag): MdxElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: attributes.map(([attribute, value]) => ({ type: 'mdxJsxAttribute', name: inJsx[attribute] ?? attribute, value })),
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : mdx(child))),
    data: { _mdxExplicitJsx: true },
  };
}

/** Names that JSX writes in another way. */
const inJsx: Readonly<Record<string, string>> = { srcset: 'srcSet' };

/** An SVG text of our own making → a tree. Its writer closes every element and quotes every value. */
export function svgTree(svg: string): Tag {
  const open: { readonly tag: string; readonly attributes: Tag['attributes']; readonly children: Piece[] }[] = [tag('', [], []) as never];
  const root: Piece[] = [];
  open[0] = { tag: '', attributes: [], children: root };
  for (const [, close, name, attributes = '', selfClosed, text] of svg.matchAll(/<(?:(\/)[\w:-]+|([\w:-]+)((?:\s[^\s=>]+="[^"]*")*)\s*(\/?))>|([^<]+)/g)) {
    const top = open.at(-1)!;
    if (text !== undefined) top.children.push(unescaped(text));
    else if (close !== undefined) open.pop();
    else {
      const made = { tag: name!, attributes: [...attributes.matchAll(/\s([^\s=>]+)="([^"]*)"/g)].map(([, key, value]): readonly [string, string] => [key!, unescaped(value!)]), children: [] as Piece[] };
      top.children.push(made);
      if (selfClosed === '') open.push(made);
    }
  }
  const [first] = root;
  if (first === undefined || typeof first === 'string') throw new Error('no picture');
  return first;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescaped = (text: string): string => text.replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => named[name]!);
