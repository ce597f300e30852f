/** The element's few words, in the language of the page around it. The catalogue's other words come with what they are about. */
import { element as german } from '#messages/de/element.ts';
import { element as english } from '#messages/en/element.ts';

export type Word = keyof typeof english;

export function word(id: Word, lang: string): string {
  return (/^de\b/i.test(lang) ? german : english)[id];
}

/** The language that holds where a node stands, also through the shadow trees around it; an empty text where none is said. */
export function languageAround(node: Element): string {
  const said = node.closest<HTMLElement>('[lang]');
  if (said) return said.lang;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : '';
}
