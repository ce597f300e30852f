/**
 * Runs Go's regular expressions, whose time is linear in the text: by the platform's RegExp where that is safe, and by a
 * simulation where many loops would make it backtrack.
 */
import { parseGoRegexp } from './go-regexp-parse.ts';
import type { Item } from './go-regexp-parse.ts';

const SOURCES: Readonly<Record<Exclude<Item['kind'], 'char'>, string>> = {
  begin: '^', end: '$', boundary: '\\b', noBoundary: '\\B', dirs: '(?:[^\\n]*\\/)?',
};

function sourceOf(item: Item): string {
  if (item.kind === 'dirs') return SOURCES.dirs;
  if (item.kind !== 'char') return item.min === 0 ? '' : SOURCES[item.kind];
  const { min, max } = item;
  if (min === 1 && max === 1) return item.source;
  if (max === Infinity) return `${item.source}${min === 0 ? '*' : `{${min},}`}`;
  return `${item.source}{${min},${max}}`;
}

/** Runs one alternative over a text with a set of places instead of backtracking. */
function simulate(items: readonly Item[], text: string): boolean {
  const chars = Array.from(text);
  const tests = items.map((item) => new RegExp(`^${item.kind === 'char' ? item.source : '[^\\n]'}$`, 'u'));
  const word = (i: number) => /\w/.test(chars[i] ?? ' ');
  let places = new Set(Array.from({ length: chars.length + 1 }, (_, i) => i));
  items.forEach((item, k) => {
    const next = new Set<number>();
    if (item.kind === 'char') {
      const runs = new Map<number, number>();
      for (let i = chars.length, run = 0; i >= 0; i--) {
        run = i < chars.length && tests[k]!.test(chars[i]!) ? run + 1 : 0;
        runs.set(i, run);
      }
      for (const place of places) for (let n = item.min; n <= Math.min(item.max, runs.get(place)!); n++) next.add(place + n);
    } else if (item.kind === 'dirs') {
      const first = Math.min(...places);
      for (const place of places) next.add(place);
      for (let i = first; i < chars.length && chars[i] !== '\n'; i++) if (chars[i] === '/') next.add(i + 1);
    } else {
      for (const place of places) {
        const holds =
          item.min === 0 ||
          (item.kind === 'begin' && place === 0) ||
          (item.kind === 'end' && place === chars.length) ||
          ((item.kind === 'boundary' || item.kind === 'noBoundary') && (word(place - 1) !== word(place)) === (item.kind === 'boundary'));
        if (holds) next.add(place);
      }
    }
    places = next;
  });
  return places.size > 0;
}

/** More loops than this in one alternative, and the platform's RegExp might take too long. */
const LOOPS = 3;

/** Compiles Go regular-expression text (of the kind ignore patterns give); undefined where Go would not compile it. */
export function compileGoRegexp(text: string): ((name: string) => boolean) | undefined {
  const alternatives = parseGoRegexp(text);
  if (!alternatives) return undefined;
  const loops = Math.max(...alternatives.map((items) => items.filter((item) => item.kind === 'dirs' || item.max > 50).length));
  if (loops > LOOPS) return (name) => alternatives.some((items) => simulate(items, name));
  const regexp = new RegExp(alternatives.map((items) => items.map(sourceOf).join('')).join('|'), 'u');
  return (name) => regexp.test(name);
}
