const letter = /^\p{L}$/u;
const digit = /^\p{Nd}$/u;

function isLetter(point: number): boolean {
  return point < 0x80 ? (point | 32) >= 97 && (point | 32) <= 122 : letter.test(String.fromCodePoint(point));
}

function isDigit(point: number): boolean {
  return point < 0x80 ? point >= 48 && point <= 57 : digit.test(String.fromCodePoint(point));
}

/**
 * The end of the variable name at `from`: a run of digits (`$10` is parameter 10), one special character, or letters,
 * digits and `_`; `from` itself where no name begins. Letters of every script count.
 */
export function nameEnd(text: string, from: number): number {
  if (from >= text.length) return from;
  const first = text.codePointAt(from)!;
  if (isDigit(first)) return run(text, from, isDigit);
  if ('@*#?-$!'.includes(text[from]!)) return from + 1;
  return run(text, from, (point) => isLetter(point) || isDigit(point) || point === 95);
}

function run(text: string, from: number, holds: (point: number) => boolean): number {
  let at = from;
  while (at < text.length) {
    const point = text.codePointAt(at)!;
    if (!holds(point)) break;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}
