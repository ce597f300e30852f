/**
 * Shell patterns of `${v#p}`, `${v%p}`, `${v/p/r}`. BuildKit turns them into Go regular expressions; this walks the same
 * alternatives in the same order of preference for all starts at once (as RE2 does), so no pattern takes more than
 * length × pattern steps.
 */

const anyChar = -1;
const star = -2;

/** Code points, `anyChar` and `star`. */
export type Pattern = readonly number[];

/** A pattern, or what is wrong with its escapes. */
export type PatternResult = { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly message: string };

/** `a*\?` → a, star, `?`; stars in a row are one. `\}` and `\/` mean the character; `\*`, `\?`, `\\` too; every other escape is an error. */
export function readPattern(text: string): PatternResult {
  const points = Array.from(text.startsWith('\ufeff') ? text.slice(1) : text, (char) => char.codePointAt(0)!);
  const pattern: number[] = [];
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!;
    if (point === 42) {
      if (pattern.at(-1) !== star) pattern.push(star);
    } else if (point === 63) pattern.push(anyChar);
    else if (point !== 92) pattern.push(point);
    else {
      const next = points[i + 1] ?? 0xfffd;
      if (next === 125 || next === 47) continue;
      if (next !== 42 && next !== 63 && next !== 92) return { ok: false, message: `invalid escape '\\${String.fromCodePoint(next)}'` };
      pattern.push(next);
      i++;
    }
  }
  return { ok: true, pattern };
}

/** Where a pattern matches, leftmost at or after `from`; `anchored`: only at `from`. `*` takes as much as it can where `greedy`. */
export function findPattern(pattern: Pattern, value: string, from: number, greedy: boolean, anchored: boolean): readonly [number, number] | undefined {
  const marks = new Int32Array(pattern.length + 1).fill(-1);
  let current: Thread[] = [];
  let match: readonly [number, number] | undefined;
  for (let at = from; at <= value.length; ) {
    const point = value.codePointAt(at) ?? -1;
    const width = point > 0xffff ? 2 : 1;
    if (!match && (!anchored || at === from)) follow(pattern, current, marks, { state: 0, start: at }, at, greedy);
    if (current.length === 0) break;
    const next: Thread[] = [];
    for (const thread of current) {
      if (thread.state === pattern.length) {
        match = [thread.start, at];
        break;
      }
      const element = pattern[thread.state]!;
      const takes = element === point || (element < 0 && point !== 10 && point >= 0);
      if (!takes) continue;
      follow(pattern, next, marks, { state: element === star ? thread.state : thread.state + 1, start: thread.start }, at + width, greedy);
    }
    current = next;
    at += width;
  }
  return match;
}

/** A way to match that is still open: the next element, and where it began. */
interface Thread {
  readonly state: number;
  readonly start: number;
}

/** Adds a thread, and with a star the one that goes on behind it, in order of preference; each state once for each place. */
function follow(pattern: Pattern, threads: Thread[], marks: Int32Array, thread: Thread, at: number, greedy: boolean): void {
  const { state, start } = thread;
  const behind = { state: state + 1, start };
  if (pattern[state] !== star) add(threads, marks, thread, at);
  else if (greedy) {
    add(threads, marks, thread, at);
    add(threads, marks, behind, at);
  } else if (marks[state] !== at) {
    add(threads, marks, behind, at);
    add(threads, marks, thread, at);
  }
}

function add(threads: Thread[], marks: Int32Array, thread: Thread, at: number): void {
  if (marks[thread.state] === at) return;
  marks[thread.state] = at;
  threads.push(thread);
}

/** Values that grow out of values (`A=$A$A`, line after line) stop here. UTF-16 code units. */
export const longestValue = 1 << 20;

/** Every match replaced, as Go's `ReplaceAllString` does it, template rules included: `$0` is the match, `$$` a dollar. */
export function replaceAll(pattern: Pattern, value: string, template: string): string {
  let out = '';
  let copied = 0;
  for (let from = 0; from <= value.length && out.length <= longestValue; ) {
    const match = findPattern(pattern, value, from, true, false);
    if (!match) break;
    const [start, end] = match;
    out += value.slice(copied, start);
    if (end > copied || start === 0) out += fillTemplate(template, value.slice(start, end));
    copied = end;
    const step = (value.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
    from = from + step > end ? from + step : end;
  }
  return out + value.slice(copied);
}

const groupName = /^(?:\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/u;

/** Go's `Regexp.Expand` for an expression without groups: only `$0` and `${0}` refer to something. */
function fillTemplate(template: string, match: string): string {
  let out = '';
  for (let at = 0; ; ) {
    const dollar = template.indexOf('$', at);
    if (dollar < 0) return out + template.slice(at);
    out += template.slice(at, dollar);
    at = dollar + 1;
    if (template[at] === '$') {
      out += '$';
      at++;
      continue;
    }
    const name = groupName.exec(template.slice(at));
    if (!name) {
      out += '$';
      continue;
    }
    if ((name[1] ?? name[2]) === '0') out += match;
    at += name[0].length;
  }
}

/** `value` without the shortest (`greedy`: longest) match at its start. */
export function trimPrefix(pattern: Pattern, value: string, greedy: boolean): string {
  const match = findPattern(pattern, value, 0, greedy, true);
  return match ? value.slice(match[1]) : value;
}

/** Text backwards, by characters. */
export function reverse(text: string): string {
  return Array.from(text).reverse().join('');
}

/** A pattern backwards, its escapes still before what they escape: `a\*c` → `c\*a`. */
export function reversePattern(text: string): string {
  const out: string[] = [];
  const chars = Array.from(text);
  for (let i = 0; i < chars.length; i++) {
    if (chars[i] === '\\' && i + 1 < chars.length) out.push('\\' + chars[++i]!);
    else out.push(chars[i]!);
  }
  return out.reverse().join('');
}
