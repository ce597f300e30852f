/** Command lines as `spf13/pflag` takes them apart, with its words for what it cannot read. */
import type { Flag } from './flag-table.ts';

/** The values that were given, in order of typing. */
export class Flags {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  /** Whether it was given at all. */
  given(name: string): boolean {
    return this.#values.has(name);
  }

  /** Whether a flag without value is on. */
  on(name: string): boolean {
    return truth[this.#values.get(name)?.at(-1) ?? 'false'] ?? false;
  }

  /** The last value. */
  text(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  /** All values. */
  list(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }
}

/** What a command line comes to, or pflag's complaint. */
export type ParsedFlags = { readonly flags: Flags; readonly args: readonly string[] } | { readonly error: string };

/** What Go's `strconv.ParseBool` takes. */
const truth: Readonly<Record<string, boolean>> = { 1: true, t: true, T: true, true: true, TRUE: true, True: true, 0: false, f: false, F: false, false: false, FALSE: false, False: false };

/** Takes flags out of words; with `interspersed` false the first other word ends them, as for `docker run`. */
export function parseFlags(words: readonly string[], known: readonly Flag[], interspersed = true): ParsedFlags {
  const values = new Map<string, string[]>();
  const args: string[] = [];
  const byName = new Map(known.map((flag) => [flag.name, flag]));
  const byShort = new Map(known.flatMap((flag) => (flag.short === undefined ? [] : [[flag.short, flag] as const])));
  const set = (flag: Flag, value: string): string | undefined => {
    const wrong = problem(flag, value);
    if (wrong !== undefined) return `invalid argument ${JSON.stringify(value)} for "${flag.short === undefined ? '' : `-${flag.short}, `}--${flag.name}" flag: ${wrong}`;
    values.set(flag.name, [...(values.get(flag.name) ?? []), ...(flag.type === 'strings' ? value.split(',') : [value])]);
    return undefined;
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      args.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      if (!interspersed) {
        args.push(...words.slice(at));
        break;
      }
      args.push(word);
      continue;
    }
    let error: string | undefined;
    if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      const name = word.slice(2, equals < 0 ? undefined : equals);
      const flag = byName.get(name);
      if (name === '' || name.startsWith('-')) error = `bad flag syntax: ${word}`;
      else if (!flag) error = `unknown flag: --${name}`;
      else if (equals >= 0) error = set(flag, word.slice(equals + 1));
      else if (flag.type === undefined) error = set(flag, 'true');
      else if (at + 1 >= words.length) error = `flag needs an argument: --${name}`;
      else error = set(flag, words[++at] ?? '');
    } else {
      for (let letters = word.slice(1); letters !== '' && error === undefined; ) {
        const letter = [...letters][0] ?? '';
        const rest = letters.slice(letter.length);
        const flag = byShort.get(letter);
        letters = rest;
        if (!flag) error = `unknown shorthand flag: '${letter}' in ${`-${letter}${rest}`}`;
        else if (rest.startsWith('=')) [error, letters] = [set(flag, rest.slice(1)), ''];
        else if (flag.type === undefined) error = set(flag, 'true');
        else if (rest !== '') [error, letters] = [set(flag, rest), ''];
        else if (at + 1 >= words.length) error = `flag needs an argument: '${letter}' in -${letter}`;
        else error = set(flag, words[++at] ?? '');
      }
    }
    if (error !== undefined) return { error };
  }
  return { flags: new Flags(values), args };
}

/** What is wrong with a value, in the words of Go's `strconv` and of docker's own value types. */
function problem({ type }: Flag, value: string): string | undefined {
  const quoted = JSON.stringify(value);
  if (type === undefined) return value in truth ? undefined : `strconv.ParseBool: parsing ${quoted}: invalid syntax`;
  if (type === 'int') return /^[-+]?\d+$/.test(value) ? undefined : `strconv.ParseInt: parsing ${quoted}: invalid syntax`;
  if (type === 'filter') return value === '' || value.includes('=') ? undefined : 'bad format of filter (expected name=value)';
  if (type === 'ulimit') return /^\w+=\d+(:\d+)?$/.test(value) ? undefined : `invalid ulimit argument: ${value}`;
  if (type === 'bytes') return /^\d+(\.\d+)? ?([kmgtp]i?)?b?$/i.test(value) ? undefined : `invalid size: '${value}'`;
  return undefined;
}
