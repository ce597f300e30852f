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

/** Places of a text, as many as it has characters and one. */
type Places = Uint8Array;

/** From the places that are reached before an item, those that are reached after it. */
type Step = (chars: readonly string[], places: Places) => Places;

function charStep({ min, max }: Item, test: RegExp): Step {
  return (chars, places) => {
    const next = new Uint8Array(places.length);
    for (let place = 0; place < places.length; place++) {
      if (!places[place]) continue;
      let end = place;
      const fits = () => end < chars.length && test.test(chars[end]!);
      while (end - place < min && fits()) end++;
      if (end - place < min) continue;
      // Where a loop without end was before, it has been further too.
      for (next[end] ||= 1; end - place < max && fits() && !(max === Infinity && next[end + 1]); end++) next[end + 1] = 1;
    }
    return next;
  };
}

const dirsStep: Step = (chars, places) => {
  const next = places.slice();
  for (let i = places.indexOf(1); i >= 0 && i < chars.length && chars[i] !== '\n'; i++) if (chars[i] === '/') next[i + 1] = 1;
  return next;
};

function assertionStep({ kind, min }: Item): Step {
  const isWord = (char: string | undefined) => char !== undefined && /\w/.test(char);
  return (chars, places) =>
    places.map((reached, place) => {
      const boundary = isWord(chars[place - 1]) !== isWord(chars[place]);
      const holds = { begin: place === 0, end: place === chars.length, boundary, noBoundary: !boundary, char: false, dirs: false }[kind];
      return reached && (min === 0 || holds) ? 1 : 0;
    });
}

/** Runs an alternative with sets of places instead of backtracking: its time is items by characters. */
function simulation(items: readonly Item[]): (text: string) => boolean {
  const tests = new Map<string, RegExp>();
  const steps = items.map((item) => {
    if (item.kind !== 'char') return item.kind === 'dirs' ? dirsStep : assertionStep(item);
    const test = tests.get(item.source) ?? new RegExp(`^${item.source}$`, 'u');
    tests.set(item.source, test);
    return charStep(item, test);
  });
  return (text) => {
    const chars = Array.from(text);
    let places: Places = new Uint8Array(chars.length + 1).fill(1);
    for (const step of steps) {
      places = step(chars, places);
      if (!places.includes(1)) return false;
    }
    return true;
  };
}

/** The platform's RegExp may take the length of the name to the power of the loops: three in usual names, two in any. */
const SAFE_LOOPS = 2;
const MAX_LOOPS = 3;
const USUAL_NAME = 256;

/** Compiles Go regular-expression text (of the kind ignore patterns give); undefined where Go would not compile it. */
export function compileGoRegexp(text: string): ((name: string) => boolean) | undefined {
  const alternatives = parseGoRegexp(text);
  if (!alternatives) return undefined;
  const loops = Math.max(...alternatives.map((items) => items.filter((item) => item.kind === 'dirs' || item.max > 50).length));
  let runs: readonly ((name: string) => boolean)[] | undefined;
  const simulate = (name: string) => (runs ??= alternatives.map(simulation)).some((run) => run(name));
  if (loops > MAX_LOOPS) return simulate;
  const regexp = new RegExp(alternatives.map((items) => items.map(sourceOf).join('')).join('|'), 'u');
  return (name) => (loops > SAFE_LOOPS && name.length > USUAL_NAME ? simulate(name) : regexp.test(name));
}
