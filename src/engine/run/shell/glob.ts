/**
 * Shell patterns: `*`, `?`, `[…]`, with `\` before a character that stands for itself. Matching walks the text once with
 * one point to come back to, so that no pattern takes long.
 */

type Item = { readonly kind: 'star' } | { readonly kind: 'any' } | { readonly kind: 'char'; readonly char: string } | { readonly kind: 'class'; readonly negated: boolean; readonly test: (c: string) => boolean };

export type Pattern = readonly Item[];

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/, alpha: /[A-Za-z]/, blank: /[ \t]/, cntrl: /[\x00-\x1f\x7f]/, digit: /\d/, graph: /[!-~]/,
  lower: /[a-z]/, print: /[ -~]/, punct: /[!-/:-@[-`{-~]/, space: /[ \t-\r]/, upper: /[A-Z]/, xdigit: /[0-9A-Fa-f]/,
};

/** Text of a pattern → what `matches` takes. */
export function compilePattern(text: string): Pattern {
  const items: Item[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '*') {
      if (items.at(-1)?.kind !== 'star') items.push({ kind: 'star' });
    } else if (c === '?') items.push({ kind: 'any' });
    else if (c === '\\' && i + 1 < text.length) items.push({ kind: 'char', char: text[++i]! });
    else if (c === '[') {
      const bracket = readBracket(text, i);
      items.push(bracket?.item ?? { kind: 'char', char: c });
      if (bracket) i = bracket.end;
    } else items.push({ kind: 'char', char: c });
  }
  return items;
}

function readBracket(text: string, from: number): { item: Item; end: number } | undefined {
  let i = from + 1;
  const negated = text[i] === '!' || text[i] === '^';
  if (negated) i++;
  const tests: ((c: string) => boolean)[] = [];
  for (let first = true; ; first = false) {
    let c = text[i];
    if (c === undefined) return undefined;
    if (c === ']' && !first) break;
    const named = /^\[:([a-z]+):\]/.exec(text.slice(i, i + 12));
    if (named) {
      const test = CLASSES[named[1]!];
      tests.push((one) => test?.test(one) ?? false);
      i += named[0].length;
      continue;
    }
    if (c === '\\' && i + 1 < text.length) c = text[++i]!;
    const low = c;
    i++;
    if (text[i] === '-' && text[i + 1] !== undefined && text[i + 1] !== ']') {
      i++;
      if (text[i] === '\\' && i + 1 < text.length) i++;
      const high = text[i++]!;
      tests.push((one) => one >= low && one <= high);
    } else tests.push((one) => one === low);
  }
  return { item: { kind: 'class', negated, test: (c) => tests.some((test) => test(c)) }, end: i };
}

function accepts(item: Item, c: string): boolean {
  if (item.kind === 'any') return true;
  if (item.kind === 'char') return item.char === c;
  return item.kind === 'class' && item.test(c) !== item.negated;
}

/** Whether the pattern is the whole of the text. */
export function matches(pattern: Pattern, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const item = pattern[p];
    if (item?.kind === 'star') {
      star = p++;
      mark = t;
    } else if (item && accepts(item, text[t]!)) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p]?.kind === 'star') p++;
  return p === pattern.length;
}

/**
 * Length of the shortest or longest beginning of a text that a pattern matches, from `from` on; undefined where none does.
 * All ways to match are followed at once, so that the time is that of one walk over the text.
 */
export function prefixLength(pattern: Pattern, text: string, longest: boolean, from = 0): number | undefined {
  const end = pattern.length;
  let states = new Uint8Array(end + 1);
  let next = new Uint8Array(end + 1);
  const close = (set: Uint8Array) => {
    for (let j = 0; j < end; j++) if (set[j] && pattern[j]!.kind === 'star') set[j + 1] = 1;
  };
  states[0] = 1;
  close(states);
  let best = states[end] ? 0 : undefined;
  if (best === 0 && !longest) return best;
  for (let i = from; i < text.length; i++) {
    next.fill(0);
    let alive = false;
    for (let j = 0; j < end; j++) {
      if (!states[j]) continue;
      const item = pattern[j]!;
      if (item.kind === 'star') next[j] = 1;
      else if (accepts(item, text[i]!)) next[j + 1] = 1;
      else continue;
      alive = true;
    }
    if (!alive) return best;
    close(next);
    if (next[end]) {
      best = i - from + 1;
      if (!longest) return best;
    }
    [states, next] = [next, states];
  }
  return best;
}

/** Whether a text has characters that make it a pattern. */
export function hasMagic(text: string): boolean {
  return /[*?[]/.test(text);
}

/** A text as a pattern that matches only itself. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*?[\]!^-]/g, '\\$&');
}

/** What the expansion of paths needs to see of the file system. */
export interface Listing {
  /** Names in a directory, in byte order; none where it cannot be read. */
  names(path: string): readonly string[];
  exists(path: string): boolean;
}

/** Paths that match a pattern, in byte order; none where nothing does. */
export function expandPaths(pattern: string, listing: Listing): string[] {
  let found = [pattern.startsWith('/') ? '/' : ''];
  const components = pattern.split('/').filter((part, i, all) => part !== '' || i === all.length - 1);
  components.forEach((component, i) => {
    const last = i === components.length - 1;
    const slash = last ? '' : '/';
    if (!hasMagic(component)) {
      const name = component.replace(/\\(.)/gs, '$1');
      found = found.map((base) => base + name + slash).filter((path) => listing.exists(path === '' ? '.' : path));
      return;
    }
    const compiled = compilePattern(component);
    const dotted = component.startsWith('.') || component.startsWith('\\.');
    found = found.flatMap((base) => {
      const names = listing.names(base === '' ? '.' : base);
      const chosen = (dotted ? ['.', '..', ...names] : names).filter((name) => dotted === name.startsWith('.') && matches(compiled, name));
      return chosen.map((name) => base + name + slash).filter((path) => last || listing.exists(path));
    });
  });
  return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
