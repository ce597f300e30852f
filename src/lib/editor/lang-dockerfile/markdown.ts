/** The little Markdown of the documentation texts: paragraphs, lists, `code`, **strong**, *stress*, [links](…). */

/** A run of a paragraph. */
export interface Inline {
  readonly kind: 'text' | 'code' | 'strong' | 'em' | 'link';
  readonly text: string;
  readonly href?: string;
}

/** A paragraph, or an item of a list. */
export interface Block {
  readonly kind: 'paragraph' | 'item';
  readonly inlines: readonly Inline[];
}

const inline = /``\s?(.+?)\s?``|`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/g;

/** Markdown → blocks. Links other than https stay text. */
export function readMarkdown(markdown: string): readonly Block[] {
  return markdown.split(/\n{2,}/).flatMap((part): readonly Block[] => {
    const lines = part.split('\n');
    if (lines.every((line) => !line.startsWith('- '))) return [{ kind: 'paragraph', inlines: readInline(lines.join(' ')) }];
    const items: string[] = [];
    for (const line of lines) {
      if (line.startsWith('- ') || items.length === 0) items.push(line.replace(/^- /, ''));
      else items[items.length - 1] += ` ${line.trim()}`;
    }
    return items.map((item) => ({ kind: 'item', inlines: readInline(item) }));
  });
}

function readInline(text: string): readonly Inline[] {
  const runs: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > at) runs.push({ kind: 'text', text: text.slice(at, match.index) });
    const [, ticked, code, strong, em, label, href] = match;
    if (label !== undefined) runs.push({ kind: 'link', text: label, href: href! });
    else if (strong !== undefined) runs.push({ kind: 'strong', text: strong });
    else if (em !== undefined) runs.push({ kind: 'em', text: em });
    else runs.push({ kind: 'code', text: (ticked ?? code)! });
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push({ kind: 'text', text: text.slice(at) });
  return runs;
}

const elements = { code: 'code', strong: 'strong', em: 'em', link: 'a' } as const;

/** Markdown → elements, made of text nodes only. */
export function markdownElement(markdown: string): HTMLElement {
  const root = document.createElement('div');
  root.className = 'cm-markdown';
  let list: HTMLElement | undefined;
  for (const { kind, inlines } of readMarkdown(markdown)) {
    if (kind === 'item') list ??= root.appendChild(document.createElement('ul'));
    else list = undefined;
    const block = (list ?? root).appendChild(document.createElement(kind === 'item' ? 'li' : 'p'));
    for (const { kind: run, text, href } of inlines) {
      if (run === 'text') {
        block.append(text);
        continue;
      }
      const element = block.appendChild(document.createElement(elements[run]));
      element.textContent = text;
      if (element instanceof HTMLAnchorElement && href !== undefined) {
        element.href = href;
        element.target = '_blank';
        element.rel = 'noreferrer';
      }
    }
  }
  return root;
}
