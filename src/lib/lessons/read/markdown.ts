/** Markdown as lessons have it: paragraphs, lists, tables, code, links; no raw HTML, no pictures, no links to anywhere but https. */
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toHast } from 'mdast-util-to-hast';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Html } from '../lesson.ts';
import { code } from '../schema/shape.ts';
import type { Place } from './problems.ts';

/** Says what is wrong at a place of the Markdown text, lines and columns from 1. */
export type Report = (place: Place, message: string) => void;

/** The tree of a text; directives stand on lines of their own only, so that `golang:alpine` in prose stays prose. */
export function parseMarkdown(text: string, directives = false): Root {
  return fromMarkdown(text, {
    extensions: [gfmTable(), ...(directives ? [{ flow: directive().flow ?? {} }] : [])],
    mdastExtensions: [gfmTableFromMarkdown(), ...(directives ? [directiveFromMarkdown()] : [])],
  });
}

/** Why a text is not given to the parser, whose time grows with the square of these; no lesson comes near. */
function tooIntricate(text: string): { readonly place: Place; readonly message: string } | undefined {
  const lines = text.split('\n');
  const deep = lines.findIndex((line) => (/^(?:[ \t]*(?:>|[-*+]|\d+[.)])){12}/.test(line)));
  if (deep >= 0) return { place: { line: deep + 1, column: 1 }, message: 'lists and quotes are nested too deeply here' };
  if (lines.filter((line) => /^\s*:::/.test(line)).length > 400) return { place: { line: 1, column: 1 }, message: 'there are more than 400 lines of `:::`' };
  if ((text.match(/[[<]/g)?.length ?? 0) > 2_000) return { place: { line: 1, column: 1 }, message: 'there are more than 2,000 opening brackets' };
  return undefined;
}

/** HTML of paragraphs, lists and the like; `definitions` are those of the whole text, for links by reference. */
export function htmlOf(nodes: readonly RootContent[], definitions: readonly RootContent[] = []): Html {
  return printed(toHast({ type: 'root', children: [...nodes, ...definitions] }) as HtmlRoot);
}

/** HTML of words within a line. */
export function htmlOfWords(children: readonly PhrasingContent[], definitions: readonly RootContent[] = []): Html {
  const { children: made } = toHast({ type: 'root', children: [{ type: 'paragraph', children: [...children] }, ...definitions] }) as HtmlRoot;
  const paragraph = made.find((node) => node.type === 'element');
  return paragraph ? printed({ type: 'root', children: paragraph.children }) : '';
}

function printed(tree: HtmlRoot): Html {
  markLinks(tree);
  return toHtml(tree).trim();
}

/** Links that lead away tell nobody where from. */
function markLinks(node: HtmlRoot | Element): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'a' && String(child.properties['href']).startsWith('https:')) child.properties['rel'] = ['noreferrer'];
    markLinks(child);
  }
}

/** HTML of a short text: without its paragraph where it is one. */
export function htmlOfText(text: string, report: Report): Html {
  if (refused(text, report)) return '';
  const { children } = parseMarkdown(text);
  for (const node of children) inspect(node, report);
  const [first, ...others] = children;
  return first?.type === 'paragraph' && others.length === 0 ? htmlOfWords(first.children) : htmlOf(children);
}

/** HTML of a text of several paragraphs. */
export function htmlOfBlocks(text: string, report: Report): Html {
  if (refused(text, report)) return '';
  const { children } = parseMarkdown(text);
  for (const node of children) inspect(node, report);
  return htmlOf(children);
}

/** Whether a text is too intricate to be read, which is reported then. */
export function refused(text: string, report: Report): boolean {
  const trouble = tooIntricate(text);
  if (trouble) report(trouble.place, trouble.message);
  return trouble !== undefined;
}

/** Where links may lead: https, this site, this page. A second slash would be another site. */
export function leadsWell(href: string): boolean {
  return /^(?:https:\/\/[^\s/\\]|\/(?![/\\])|#)/.test(href) && !/[\s\\]/.test(href);
}

/** Reports what a lesson may not have in a node and below it. */
export function inspect(node: Nodes, report: Report): void {
  const wrong = trouble(node);
  if (wrong !== undefined) report(startOf(node), wrong);
  if ('children' in node) for (const child of node.children) inspect(child, report);
}

function trouble(node: Nodes): string | undefined {
  switch (node.type) {
    case 'html':
      return `no HTML in a lesson: ${code(node.value.slice(0, 40))}; what only looks like it goes between backquotes`;
    case 'image':
    case 'imageReference':
      return 'no pictures in a lesson: what there is to see, the bench draws; `::look` says what it shows';
    case 'link':
    case 'definition':
      return leadsWell(node.url) ? undefined : `a link leads to https://…, to /… of this site or to #… of this page, not to ${code(node.url)}`;
    case 'text':
      return /(?:^|\n):{2,}[a-z]/i.test(node.value) && node.position?.start.column === 1 ? 'this line begins as a directive and is none: are its brackets, braces and quotes closed?' : undefined;
    default:
      return undefined;
  }
}

/** Where a node begins, in its text. */
export function startOf(node: Nodes): Place {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

/** The words of a node without any markup. */
export function wordsOf(node: Nodes | ElementContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
