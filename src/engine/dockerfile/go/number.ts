/** Go's `strconv` and `go-units` readings of numbers; `undefined` where they report an error. */

const trueWords: readonly string[] = ['1', 't', 'T', 'true', 'TRUE', 'True'];
const falseWords: readonly string[] = ['0', 'f', 'F', 'false', 'FALSE', 'False'];

/** `strconv.ParseBool`. */
export function parseBool(text: string): boolean | undefined {
  if (trueWords.includes(text)) return true;
  return falseWords.includes(text) ? false : undefined;
}

/** `strconv.ParseUint(text, base, 32)`. */
export function parseUint(text: string, base: 8 | 10): number | undefined {
  if (!(base === 8 ? /^[0-7]+$/ : /^[0-9]+$/).test(text)) return undefined;
  const value = parseInt(text, base);
  return value <= 0xffffffff ? value : undefined;
}

/** `strconv.ParseInt(text, 10, 32)`, with the text of its error: digits that are too many are seen before what is no digit. */
export function parseInt32(text: string): { readonly value: number } | { readonly error: string } {
  const [all, sign, digits] = /^([+-]?)([0-9]*)/.exec(text) as unknown as readonly [string, string, string];
  const value = Number(digits);
  if (value > 0xffffffff) return { error: 'value out of range' };
  if (digits === '' || all !== text) return { error: 'invalid syntax' };
  if (value > (sign === '-' ? 0x80000000 : 0x7fffffff)) return { error: 'value out of range' };
  return { value: sign === '-' ? 0 - value : value };
}

const unitPowers = 'kmgtp';
const decimal = /^[+-]?(?:[0-9](?:_?[0-9])*(?:\.(?:[0-9](?:_?[0-9])*)?)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?$/;
const hexadecimal = /^([+-]?)0[xX]_?([0-9a-fA-F](?:_?[0-9a-fA-F])*)?(?:\.((?:[0-9a-fA-F](?:_?[0-9a-fA-F])*)?))?[pP]([+-]?[0-9]+)$/;

/** `units.RAMInBytes`: `64m`, `1.5 GiB`, `100` → bytes. */
export function parseByteSize(text: string): number | undefined {
  const split = Math.max(...Array.from('0123456789. ', (char) => text.lastIndexOf(char)));
  if (split < 0) return undefined;
  const number = parseFloat64(text[split] === ' ' ? text.slice(0, split) : text.slice(0, split + 1));
  const suffix = text.slice(split + 1);
  if (number === undefined || number < 0) return undefined;
  const unit = /^(?:b|([kmgtp])(?:b|ib)?)?$/i.exec(suffix);
  if (!unit) return undefined;
  const power = unit[1] === undefined ? 0 : unitPowers.indexOf(unit[1].toLowerCase()) + 1;
  const bytes = Math.trunc(number * 1024 ** power);
  return bytes < 2 ** 63 ? bytes : -(2 ** 63);
}

/** `strconv.ParseFloat` for a text that ends in a digit or a point. */
function parseFloat64(text: string): number | undefined {
  if (decimal.test(text)) {
    const value = Number(text.replaceAll('_', ''));
    return Number.isFinite(value) ? value : undefined;
  }
  const [, sign, whole = '', fraction = '', exponent] = hexadecimal.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '') return undefined;
  const digits = (whole + fraction).replaceAll('_', '');
  const value = parseInt(digits, 16) * 2 ** (Number(exponent) - 4 * fraction.replaceAll('_', '').length);
  return Number.isFinite(value) ? (sign === '-' ? -value : value) : undefined;
}
