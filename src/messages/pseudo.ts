/**
 * English with accents, brackets and two fifths more letters: text on a screen that has none of it is not in the catalogue,
 * and what its length breaks would break in another language.
 */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import './rest.ts';
import type { Language, Messages } from './catalogue.ts';
import { english } from './translate.ts';

const plainLetters = 'aceinosuyACEINOSUY';
const accented = 'àçéîñôšûýÀÇÉÎÑÔŠÛÝ';

/** Accents on the letters, and every fifth letter twice. */
function disguised(words: string): string {
  const letters = [...words].map((letter) => accented[plainLetters.indexOf(letter)] ?? letter);
  return letters.map((letter, i) => (i % 5 < 2 && /\p{L}/u.test(letter) ? letter + letter : letter)).join('');
}

function walk(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: disguised(element.value) };
    if (element.type === TYPE.tag) return { ...element, children: walk(element.children) };
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
    const options = Object.fromEntries(Object.entries(element.options).map(([name, option]) => [name, { ...option, value: walk(option.value) }]));
    return { ...element, options } as MessageFormatElement;
  });
}

/** A pattern in the pseudo-language. */
export function pseudoPattern(pattern: string): string {
  return `⟦${printAST(walk(parse(pattern)))}⟧`;
}

export const pseudo: Language = {
  tag: 'en',
  signs: english.signs,
  messages: Object.fromEntries(Object.entries(english.messages).map(([id, pattern]) => [id, pseudoPattern(pattern)])) as Messages,
};
