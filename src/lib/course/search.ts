/** Finding places in lessons: forgiving of typos, whole words first. Loaded when somebody begins to search. */
import MiniSearch from 'minisearch';
import type { SearchEntry } from './search-entries.ts';

/** A piece of a text; `hit` where it is what was looked for. */
export interface Run {
  readonly text: string;
  readonly hit: boolean;
}

export interface Found {
  readonly entry: SearchEntry;
  readonly title: readonly Run[];
  /** The part of the text around the first word that was found. */
  readonly excerpt: readonly Run[];
}

const shown = 12;
const around = 70;

/** Searches the entries; gives the best dozen. */
export function searchOf(entries: readonly SearchEntry[]): (query: string) => readonly Found[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const index = new MiniSearch<SearchEntry>({ fields: ['title', 'text', 'lesson'], storeFields: [], tokenize: wordsOf, searchOptions: { boost: { title: 3, lesson: 1.2 }, prefix: true, fuzzy: (word) => (word.length > 3 ? 0.2 : false), combineWith: 'AND' } });
  index.addAll([...entries]);
  return (query) =>
    index.search(query).slice(0, shown).flatMap(({ id, terms }) => {
      const entry = byId.get(String(id));
      return entry ? [{ entry, title: runs(entry.title, terms), excerpt: runs(excerptOf(entry.text, terms), terms) }] : [];
    });
}

/** Words with what belongs to them in a command: `.dockerignore`, `COPY`, `--from`, `golang:1.22` give their parts too. */
function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '');
}

/** A text cut into what was found and what stands between. */
export function runs(text: string, terms: readonly string[]): readonly Run[] {
  const found = new Set(terms);
  const cut: Run[] = [];
  for (const part of text.split(/([\p{L}\p{N}_]+)/u)) {
    const hit = found.has(part.toLowerCase());
    const last = cut.at(-1);
    if (part === '') continue;
    if (last && last.hit === hit) cut[cut.length - 1] = { text: last.text + part, hit };
    else cut.push({ text: part, hit });
  }
  return cut;
}

/** The neighbourhood of the first word that was found, cut between words. */
function excerptOf(text: string, terms: readonly string[]): string {
  const first = runs(text, terms).findIndex(({ hit }) => hit);
  const before = runs(text, terms).slice(0, Math.max(0, first)).reduce((sum, run) => sum + run.text.length, 0);
  const from = before <= around ? 0 : text.indexOf(' ', before - around) + 1;
  const to = from + 2 * around >= text.length ? text.length : text.lastIndexOf(' ', from + 2 * around);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
