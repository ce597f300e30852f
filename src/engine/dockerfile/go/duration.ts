import { encodeUtf8 as utf8 } from '../../source/utf8.ts';

/** A duration, or the text of an error. */
export type DurationResult = { readonly ok: true; readonly nanoseconds: number } | { readonly ok: false; readonly message: string };

const units: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1000n],
  ['µs', 1000n],
  ['μs', 1000n],
  ['ms', 1000000n],
  ['s', 1000000000n],
  ['m', 60000000000n],
  ['h', 3600000000000n],
]);
const limit = 1n << 63n;

/** Go's `time.ParseDuration`: `1h2.5s` → nanoseconds, with Go's error texts. */
export function parseDuration(text: string): DurationResult {
  const invalid: DurationResult = { ok: false, message: `time: invalid duration ${quote(text)}` };
  const negative = text.startsWith('-');
  let rest = negative || text.startsWith('+') ? text.slice(1) : text;
  if (rest === '0') return { ok: true, nanoseconds: 0 };
  if (rest === '') return invalid;
  let total = 0n;
  while (rest !== '') {
    const [number, whole, fraction] = /^([0-9]*)(?:\.([0-9]*))?/.exec(rest)!;
    if (!whole && !fraction) return invalid;
    if (whole!.replace(/^0+/, '').length > 19 || BigInt(whole!) > limit) return invalid;
    rest = rest.slice(number.length);
    const name = /^[^.0-9]*/.exec(rest)![0];
    if (name === '') return { ok: false, message: `time: missing unit in duration ${quote(text)}` };
    const unit = units.get(name);
    if (unit === undefined) return { ok: false, message: `time: unknown unit ${quote(name)} in duration ${quote(text)}` };
    rest = rest.slice(name.length);
    const part = BigInt(whole || '0') * unit + fractionOf(fraction ?? '', unit);
    total += part;
    if (part > limit || total > limit) return invalid;
  }
  if (negative) return { ok: true, nanoseconds: -Number(total) };
  return total > limit - 1n ? invalid : { ok: true, nanoseconds: Number(total) };
}

/** Digits behind the point beyond what 63 bits hold are ignored; the product is a float64, as in Go. */
function fractionOf(digits: string, unit: bigint): bigint {
  if (digits === '') return 0n;
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit);
    if (value > (limit - 1n) / 10n || next > limit) break;
    value = next;
    scale *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (Number(unit) / scale)));
}

/** The `time` package's own quoting: bytes beyond ASCII as `\x..`. */
function quote(text: string): string {
  let out = '"';
  for (const char of text) {
    if (char >= '\x80' || char < ' ') {
      for (const byte of utf8(char)) out += '\\x' + byte.toString(16).padStart(2, '0');
    } else out += char === '"' || char === '\\' ? '\\' + char : char;
  }
  return out + '"';
}
