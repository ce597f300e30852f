/** Files that stand in the page: the children of an element, or a code block anywhere else. Only their text is taken. */
import type { SourceFile } from '../vocabulary.ts';

/**
 * Every child that names its file (`<pre data-file="Dockerfile">`, also a `<template>` or a `<script type="text/plain">`); where none does, an
 * only code block is the Dockerfile.
 */
export function filesOf(parent: Element): readonly SourceFile[] {
  const named = [...parent.querySelectorAll<HTMLElement>('[data-file]')].filter((node) => node.dataset['file']?.trim());
  if (named.length > 0) return named.map((node) => ({ path: node.dataset['file']!.trim(), text: textOf(node) }));
  const blocks = parent.querySelectorAll('pre');
  return blocks.length === 1 ? [{ path: 'Dockerfile', text: textOf(blocks[0]!) }] : [];
}

/** The file that a selector leads to, in the tree of `from` or in the page. Undefined where it leads nowhere or is no selector. */
export function fileAt(selector: string, from: Element): SourceFile | undefined {
  try {
    const root = from.getRootNode() as Document | ShadowRoot;
    const node = root.querySelector<HTMLElement>(selector) ?? from.ownerDocument.querySelector<HTMLElement>(selector);
    return node ? { path: node.dataset['file']?.trim() || 'Dockerfile', text: textOf(node) } : undefined;
  } catch {
    return undefined;
  }
}

function textOf(node: Element): string {
  if (node instanceof HTMLTemplateElement) return lines(node.content.textContent ?? '');
  if (node instanceof HTMLTextAreaElement) return lines(node.value);
  return lines((node.querySelector('code') ?? node).textContent ?? '');
}

/** Without the line break that the markup begins with, and with one at the end. */
function lines(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').replace(/^\n/, '');
  return whole === '' || whole.endsWith('\n') ? whole : `${whole}\n`;
}
