/** Command lines of package managers: words, flags in any place, and what comes after `--`. */

export interface Arguments {
  readonly words: readonly string[];
  /** By name without dashes; the last value, `true` where it has none. */
  readonly flags: ReadonlyMap<string, string | true>;
  /** All values of a flag that may be repeated. */
  readonly repeated: (name: string) => readonly string[];
  /** After `--`. */
  readonly rest: readonly string[];
}

/** Reads `args`; `valued` are flags whose value is the next word. Once `stop` words are read, all that follows is words. */
export function readArguments(args: readonly string[], valued: readonly string[], stop = Infinity): Arguments {
  const words: string[] = [];
  const all: [string, string | true][] = [];
  let i = 0;
  for (; i < args.length && args[i] !== '--'; i++) {
    const arg = args[i]!;
    if (arg[0] !== '-' || arg === '-' || words.length >= stop) {
      words.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = arg.slice(0, equals < 0 ? undefined : equals).replace(/^--?/, '');
    if (equals > 0) all.push([name, arg.slice(equals + 1)]);
    else if (valued.includes(name) && i + 1 < args.length) all.push([name, args[++i]!]);
    else all.push([name, true]);
  }
  return {
    words,
    flags: new Map(all),
    repeated: (name) => all.flatMap(([one, value]) => (one === name && value !== true ? [value] : [])),
    rest: args.slice(i + 1),
  };
}
