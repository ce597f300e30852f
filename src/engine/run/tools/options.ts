/** Command-line options as getopt_long reads them: clustered letters, values, long names, `--`, operands anywhere. */
import type { Process } from '../system/process.ts';

export interface Options {
  /** Last value of an option by its first name; the empty string where it takes none. */
  readonly values: ReadonlyMap<string, string>;
  /** All values of an option that may be repeated. */
  readonly all: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
  readonly operands: readonly string[];
}

/**
 * `spec` is a list of words such as `a n: recursive=r target-directory=t:`; a colon means a value, `=r` the letter that
 * a long name stands for. `posix` ends the options at the first operand. The exit code where an option is wrong.
 */
export function readOptions(process: Process, args: readonly string[], spec: string, posix = false): Options | number {
  const letters = new Map<string, boolean>();
  const long = new Map<string, { name: string; value: boolean }>();
  for (const word of spec.split(' ').filter((one) => one !== '')) {
    const value = word.endsWith(':');
    const [name = '', letter] = word.replace(/:$/, '').split('=');
    if (name.length === 1) letters.set(name, value);
    else {
      long.set(name, { name: letter ?? name, value });
      if (letter?.length === 1 && !letters.has(letter)) letters.set(letter, value);
    }
  }
  const found: [string, string][] = [];
  const operands: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (arg.startsWith('--')) {
      const [name = '', ...rest] = arg.slice(2).split('=');
      const matching = [...long.keys()].filter((one) => one.startsWith(name));
      const option = long.get(name) ?? (matching.length === 1 ? long.get(matching[0]!) : undefined);
      if (!option) return wrongUse(process, `unrecognized option '--${name}'`);
      if (option.value && rest.length === 0 && i + 1 >= args.length) return wrongUse(process, `option '--${name}' requires an argument`);
      found.push([option.name, option.value ? (rest.length > 0 ? rest.join('=') : args[++i]!) : rest.join('=')]);
      continue;
    }
    if (arg[0] !== '-' || arg === '-') {
      operands.push(...(posix ? args.slice(i) : [arg]));
      if (posix) break;
      continue;
    }
    for (let j = 1; j < arg.length; j++) {
      const letter = arg[j]!;
      const takesValue = letters.get(letter);
      if (takesValue === undefined) return wrongUse(process, `invalid option -- '${letter}'`);
      if (!takesValue) {
        found.push([letter, '']);
        continue;
      }
      const value = arg.slice(j + 1) || args[++i];
      if (value === undefined) return wrongUse(process, `option requires an argument -- '${letter}'`);
      found.push([letter, value]);
      break;
    }
  }
  const values = new Map(found);
  return { values, operands, has: (name) => values.has(name), all: (name) => found.filter(([one]) => one === name).map(([, value]) => value) };
}

/** Says what is wrong with the command line; gives the exit code. */
export function wrongUse(process: Process, message: string, exitCode = 1): number {
  if (process.userland === 'gnu') process.fail(`${message}\nTry '${process.name} --help' for more information.`);
  else process.err(`${message === 'missing operand' ? '' : `${process.name}: ${message}\n`}BusyBox v1.38.0 multi-call binary.\n\nUsage: ${process.name} [OPTIONS]\n`);
  return exitCode;
}
