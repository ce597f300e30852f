import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { english, figure, languageOf, languages, plain, sentence, speak, t, type LanguageName } from './index.ts';
import { pseudoPattern } from './pseudo.ts';

const sources = join(import.meta.dirname, '..');
const names = Object.keys(languages) as LanguageName[];

/** Names of the values and marks that a pattern takes. */
function takes(elements: readonly MessageFormatElement[]): string[] {
  const names = elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...takes(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select) return [element.value, ...Object.values(element.options).flatMap(({ value }) => takes(value))];
    return [element.value];
  });
  return [...new Set(names)].sort();
}

function texts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === join(sources, 'messages') ? [] : texts(path);
    return /\.(ts|svelte)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

afterEach(() => speak(english));

describe('the catalogue', () => {
  it.each(names)('%s has every message, whole, with the values and marks of the English one', async (name) => {
    const { messages } = await languageOf(name);
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english.messages).sort());
    for (const [id, pattern] of Object.entries(messages)) {
      expect(takes(parse(pattern)), `${name}: ${id}`).toEqual(takes(parse(english.messages[id as keyof typeof english.messages])));
      expect(pattern, `${name}: ${id} is a fragment`).toBe(pattern.trim());
    }
  });

  it('has no message that nobody says, and every message has its area in front', () => {
    const said = texts(sources).join('\n');
    const areas = new Set(readdirSync(join(import.meta.dirname, 'en')).map((file) => file.replace(/\.ts$/, '')));
    const ids = Object.keys(english.messages);
    expect(ids.filter((id) => !areas.has(id.split('.')[0] ?? ''))).toEqual([]);
    expect(ids.filter((id) => !said.includes(`'${id}'`))).toEqual([]);
  });
});

describe('a message in words', () => {
  it('counts as its language counts', async () => {
    expect([t('widgets.steps', { n: 1 }), t('widgets.steps', { n: 1200 })]).toEqual(['1 step', '1,200 steps']);
    speak(await languageOf('de'));
    expect([t('widgets.steps', { n: 1 }), t('widgets.steps', { n: 1200 })]).toEqual(['1 Schritt', '1.200 Schritte']);
    expect(figure({ milliseconds: 6_800 })).toBe('6,8\u202fs');
  });

  it('takes markup in a value for what it is: text', () => {
    speak({ ...english, messages: { ...english.messages, 'page.build': 'Run <code>{path}</code> now' } });
    const hostile = '</code><b>{n}</b>';
    expect(sentence({ id: 'page.build', values: { path: hostile } })).toEqual([
      { text: 'Run ', kind: 'words' },
      { text: hostile, kind: 'code' },
      { text: ' now', kind: 'words' },
    ]);
  });

  it('gives the id where it cannot be said, and never throws', () => {
    expect(plain(sentence({ id: 'no.such' }))).toBe('no.such');
    expect(plain(sentence({ id: 'widgets.steps' }))).toBe('widgets.steps');
  });

  it('is longer, accented and bracketed in the pseudo-language, and takes the same values', () => {
    expect(pseudoPattern('Build <code>{name}</code> now')).toMatch(/^⟦.*<code>\{name\}<\/code>.*⟧$/);
    expect(pseudoPattern('Rebuilt').length).toBeGreaterThan('Rebuilt'.length + 3);
  });
});
