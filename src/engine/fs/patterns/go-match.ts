/** Go's `path.Match`: shell patterns over slash-separated names, with its idea of what is malformed. */

type ClassResult = readonly [matched: boolean, next: number] | undefined;

/** One character of a class, `\` taking the next literally; undefined where the pattern is malformed. */
function classChar(pattern: readonly string[], at: number): readonly [char: string, next: number] | undefined {
  let i = at;
  const c = pattern[i];
  if (c === undefined || c === '-' || c === ']') return undefined;
  if (c === '\\') i++;
  const char = pattern[i];
  return char === undefined || i + 1 >= pattern.length ? undefined : [char, i + 1];
}

/** A class from behind its `[`: whether it holds `char`, and where it ends. */
function matchClass(pattern: readonly string[], at: number, char: string | undefined): ClassResult {
  let i = at;
  const negated = pattern[i] === '^';
  if (negated) i++;
  const code = char?.codePointAt(0) ?? 0;
  let found = false;
  for (let ranges = 0; pattern[i] !== ']' || ranges === 0; ranges++) {
    const low = classChar(pattern, i);
    if (!low) return undefined;
    let high = low;
    if (pattern[low[1]] === '-') {
      const end = classChar(pattern, low[1] + 1);
      if (!end) return undefined;
      high = end;
    }
    i = high[1];
    if (low[0].codePointAt(0)! <= code && code <= high[0].codePointAt(0)!) found = true;
  }
  return [found !== negated, i + 1];
}

/** How a chunk without `*` fits at a place of the name: where it ends there, false where not, undefined where it is malformed. */
function matchChunk(chunk: readonly string[], name: readonly string[], at: number): number | false | undefined {
  let n = at;
  let failed = false;
  for (let i = 0; i < chunk.length; ) {
    if (n >= name.length) failed = true;
    const c = chunk[i]!;
    if (c === '[') {
      const result = matchClass(chunk, i + 1, failed ? undefined : name[n]);
      if (!result) return undefined;
      if (!result[0]) failed = true;
      i = result[1];
    } else if (c === '?') {
      if (name[n] === '/') failed = true;
      i++;
    } else {
      if (c === '\\') i++;
      if (i >= chunk.length) return undefined;
      if (chunk[i] !== name[n]) failed = true;
      i++;
    }
    n++;
  }
  return failed ? false : n;
}

interface Chunk {
  readonly star: boolean;
  readonly text: readonly string[];
}

function chunksOf(pattern: string): Chunk[] {
  const chars = Array.from(pattern);
  const chunks: Chunk[] = [];
  for (let i = 0; i < chars.length; ) {
    const star = chars[i] === '*';
    while (chars[i] === '*') i++;
    const start = i;
    let inClass = false;
    for (; i < chars.length && (chars[i] !== '*' || inClass); i++) {
      if (chars[i] === '\\') i++;
      else if (chars[i] === '[') inClass = true;
      else if (chars[i] === ']') inClass = false;
    }
    i = Math.min(i, chars.length);
    chunks.push({ star, text: chars.slice(start, i) });
  }
  return chunks;
}

/** A compiled pattern: true or false, or undefined where the pattern is malformed and Go notices it with this name. */
export type GoMatch = (name: string) => boolean | undefined;

/** Compiles a pattern of Go's `path.Match`. A name costs at most its length times that of the pattern. */
export function goMatcher(pattern: string): GoMatch {
  const chunks = chunksOf(pattern);
  return (text) => {
    const name = Array.from(text);
    let at = 0;
    for (let k = 0; k < chunks.length; k++) {
      const { star, text: chunk } = chunks[k]!;
      const last = k === chunks.length - 1;
      if (star && chunk.length === 0) return !name.includes('/', at);
      let end = matchChunk(chunk, name, at);
      if (end === undefined) return undefined;
      const fits = (place: number | false | undefined): place is number => typeof place === 'number' && (place === name.length || !last);
      for (let i = at; star && !fits(end) && i < name.length && name[i] !== '/'; i++) end = matchChunk(chunk, name, i + 1);
      if (!fits(end)) return false;
      at = end;
    }
    return at === name.length;
  };
}

/** True where a name holds a wildcard that no backslash takes away. */
export function hasWildcard(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    if (name[i] === '\\') i++;
    else if (name[i] === '*' || name[i] === '?' || name[i] === '[') return true;
  }
  return false;
}

const slashes = (text: string) => text.split('/').length;

/** False where nothing below a path can match: without a class, which may hold a slash, a pattern has the depth of its matches. */
export function mayMatchBelow(pattern: string, path: string): boolean {
  return pattern.includes('[') || slashes(path) < slashes(pattern);
}
