const plain = /^[ !#-[\]-~]*$/;
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const named: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

/** Go's `strconv.Quote`, the `%q` of error texts and dumps: `a"b` → `"a\"b"`. */
export function goQuote(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  let out = '"';
  for (const char of text) out += named[char] ?? (printable.test(char) ? char : escaped(char.codePointAt(0)!));
  return out + '"';
}

/** U+DC80–U+DCFF stand for stray bytes, see `bytes.ts`. */
function escaped(point: number): string {
  if (point < 0x20 || point === 0x7f) return '\\x' + hex(point, 2);
  if (point >= 0xdc80 && point <= 0xdcff) return '\\x' + hex(point - 0xdc00, 2);
  if (point >= 0xd800 && point <= 0xdfff) return '\ufffd';
  return point < 0x10000 ? '\\u' + hex(point, 4) : '\\U' + hex(point, 8);
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
