import { unescape } from './echo.ts';
import type { Tool } from './tool.ts';

type Style = 'dash' | 'ash' | 'bash' | 'gnu';

const SPECIFIER = /^%([-+ 0#]*)(\*|\d+)?(?:\.(\*|-?\d+)?)?([a-zA-Z%])/;

/** What `printf format arg…` prints, and its complaints about arguments that are no numbers. */
export function formatPrint(args: readonly string[], style: Style): { readonly text: string; readonly errors: readonly string[]; readonly wrongFormat: boolean } {
  const [format = '', ...rest] = args;
  const errors: string[] = [];
  let wrongFormat = false;
  let text = '';
  let used = 0;
  const next = () => rest[used++];
  do {
    const before = used;
    const pass = onePass(format, next, style, errors);
    text += pass.text;
    wrongFormat ||= pass.wrong === true;
    if (pass.stop || used === before) break;
  } while (used < rest.length);
  return { text, errors, wrongFormat };
}

function onePass(format: string, next: () => string | undefined, style: Style, errors: string[]): { text: string; stop: boolean; wrong?: boolean } {
  let text = '';
  for (let i = 0; i < format.length; ) {
    const c = format[i]!;
    if (c === '\\') {
      const sequence = /^\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)/s.exec(format.slice(i, i + 4))?.[0] ?? c;
      const result = sequence === '\\"' && style !== 'dash' ? { text: '"', stop: false } : unescape(sequence, style !== 'dash', false);
      if (result.stop) return { text, stop: true };
      text += result.text;
      i += sequence.length;
      continue;
    }
    const match = c === '%' ? SPECIFIER.exec(format.slice(i)) : null;
    if (!match) {
      text += c;
      i++;
      continue;
    }
    i += match[0].length;
    const conversion = match[4]!;
    if (conversion === '%') {
      text += '%';
      continue;
    }
    let flags = match[1]!;
    let width = match[2] === '*' ? Number(next() ?? 0) : Number(match[2] ?? 0);
    if (width < 0) {
      flags += '-';
      width = -width;
    }
    const hasPrecision = match[0].includes('.');
    const precision = !hasPrecision ? undefined : match[3] === '*' ? Number(next() ?? 0) : Number(match[3] ?? 0);
    const argument = next();
    if (conversion === 'b') {
      const result = unescape(argument ?? '', style !== 'dash');
      text += pad(precision === undefined ? result.text : result.text.slice(0, precision), width, flags);
      if (result.stop) return { text, stop: true };
    } else if (conversion === 'c') text += pad((argument ?? '').slice(0, 1), width, flags);
    else if (conversion === 's') text += pad(precision === undefined ? (argument ?? '') : (argument ?? '').slice(0, precision), width, flags);
    else if (conversion === 'q' && style !== 'dash') text += /^[\w@%+=:,./-]+$/.test(argument ?? '') ? argument : `'${(argument ?? '').replaceAll("'", "'\\''")}'`;
    else if ('diouxX'.includes(conversion)) text += formatInteger(readInteger(argument, style, errors), conversion, flags, width, precision);
    else if ('eEfFgG'.includes(conversion)) text += formatFloat(readFloat(argument, style, errors), conversion, flags, width, precision);
    else {
      errors.push(style === 'dash' ? `${match[0]}: invalid directive` : style === 'ash' ? `%${/[hlLqjzt]/.test(conversion) ? '' : conversion}${format.slice(i)}: invalid format` : `\`${conversion}': invalid format character`);
      return { text, stop: true, wrong: true };
    }
  }
  return { text, stop: false };
}

function pad(text: string, width: number, flags: string): string {
  const room = Math.min(width, 1 << 20);
  return flags.includes('-') ? text.padEnd(room) : text.padStart(room);
}

function readInteger(text: string | undefined, style: Style, errors: string[]): bigint {
  if (style === 'ash' && (text === undefined || text === '')) {
    errors.push("invalid number ''");
    return 0n;
  }
  if (text === undefined || text === '') return 0n;
  if (/^["']/.test(text)) return BigInt(text.charCodeAt(1) || 0);
  const match = /^\s*([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(text);
  const digits = match?.[2] ?? '';
  if (!match || match[0] !== text) errors.push(complaint(text, match !== null && style === 'dash', style));
  if (!match || (style === 'ash' && match[0] !== text)) return 0n;
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return match[1] === '-' ? -value : value;
}

function readFloat(text: string | undefined, style: Style, errors: string[]): number {
  if (text === undefined || text === '') return 0;
  if (/^["']/.test(text)) return text.charCodeAt(1) || 0;
  const match = /^\s*[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|inf|nan)/i.exec(text);
  if (!match || match[0] !== text) errors.push(complaint(text, match !== null && style === 'dash', style));
  return match ? Number(match[0]) : 0;
}

function complaint(text: string, partly: boolean, style: Style): string {
  if (style === 'dash') return partly ? `${text}: not completely converted` : `${text}: expected numeric value`;
  if (style === 'ash') return `invalid number '${text}'`;
  return style === 'bash' ? `${text}: invalid number` : `'${text}': expected a numeric value`;
}

/** An integer as C's printf writes it. */
export function formatInteger(value: bigint, conversion: string, flags: string, width: number, precision?: number): string {
  const signed = conversion === 'd' || conversion === 'i';
  const magnitude = signed ? (value < 0n ? -value : value) : BigInt.asUintN(64, value);
  let digits = magnitude.toString(conversion === 'o' ? 8 : conversion === 'x' || conversion === 'X' ? 16 : 10);
  if (conversion === 'X') digits = digits.toUpperCase();
  if (precision !== undefined) digits = precision === 0 && magnitude === 0n ? '' : digits.padStart(Math.min(precision, 1 << 16), '0');
  if (flags.includes('#') && conversion === 'o' && digits[0] !== '0') digits = `0${digits}`;
  let prefix = signed ? (value < 0n ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') : '';
  if (flags.includes('#') && magnitude !== 0n && (conversion === 'x' || conversion === 'X')) prefix = `0${conversion}`;
  if (flags.includes('0') && !flags.includes('-') && precision === undefined) digits = digits.padStart(Math.min(width, 1 << 20) - prefix.length, '0');
  return pad(prefix + digits, width, flags);
}

/** A floating-point number as C's printf writes it. */
export function formatFloat(value: number, conversion: string, flags: string, width: number, precision = 6): string {
  const places = Math.min(precision, 100);
  const lower = conversion.toLowerCase();
  let digits: string;
  const magnitude = Math.abs(value);
  if (!Number.isFinite(value)) digits = Number.isNaN(value) ? 'nan' : 'inf';
  else if (lower === 'f') digits = magnitude.toFixed(places);
  else if (lower === 'e') digits = exponent(magnitude.toExponential(places));
  else {
    const significant = places === 0 ? 1 : places;
    const power = magnitude === 0 ? 0 : Number(magnitude.toExponential(significant - 1).split('e')[1]);
    digits = power < -4 || power >= significant ? magnitude.toExponential(significant - 1) : magnitude.toFixed(Math.max(0, significant - 1 - power));
    if (!flags.includes('#') && digits.includes('.')) digits = digits.replace(/\.?0+(?=e|$)/, '');
    digits = exponent(digits);
  }
  if (conversion !== lower) digits = digits.toUpperCase();
  const prefix = value < 0 || Object.is(value, -0) ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  if (flags.includes('0') && !flags.includes('-')) digits = digits.padStart(Math.min(width, 1 << 20) - prefix.length, '0');
  return pad(prefix + digits, width, flags);
}

function exponent(text: string): string {
  return text.replace(/e([-+])(\d)$/, 'e$10$2');
}

export const printf: Tool = {
  name: 'printf',
  run(process, args) {
    if (args.length === 0) {
      if (process.userland === 'gnu') process.fail("missing operand\nTry 'printf --help' for more information.");
      else process.err('Usage: printf FORMAT [ARG]...\n');
      return 1;
    }
    const result = formatPrint(args[0] === '--' ? args.slice(1) : args, process.userland === 'gnu' ? 'gnu' : 'ash');
    process.out(result.text);
    for (const error of result.errors) process.fail(error);
    return result.errors.length > 0 ? 1 : 0;
  },
};
