import { Fatal } from '../control.ts';
import { complaint } from '../message.ts';
import type { Options, ShellState } from '../state.ts';
import type { Builtin } from './builtin.ts';

const LONG: readonly (readonly [name: string, option: keyof Options | undefined])[] = [
  ['errexit', 'e'], ['noglob', 'f'], ['ignoreeof', undefined], ['interactive', undefined], ['monitor', undefined], ['noexec', 'n'],
  ['stdin', undefined], ['xtrace', 'x'], ['verbose', 'v'], ['vi', undefined], ['emacs', undefined], ['noclobber', 'C'], ['allexport', 'a'],
  ['notify', undefined], ['nounset', 'u'], ['nolog', undefined], ['debug', undefined],
];
const SILENT = 'IiVEmbhBHPTktp';

/** Sets options from arguments such as `-eux`, `+x`, `-o pipefail`; gives the number of arguments used, or throws. */
export function setOptions(state: ShellState, args: readonly string[]): number {
  let i = 0;
  for (; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--' || arg === '-' || !/^[-+]./.test(arg)) break;
    const on = arg[0] === '-';
    for (const letter of arg.slice(1)) {
      if (letter === 'o') {
        const name = args[++i];
        if (name === undefined) printOptions(state, on);
        else setLong(state, name, on, arg[0]!);
      } else if (letter in state.options && letter.length === 1) state.options[letter as 'e'] = on;
      else if (!SILENT.includes(letter)) throw new Fatal(state.dialect === 'dash' ? `Illegal option ${arg[0]}${letter}` : `illegal option ${arg[0]}${letter}`, 2, 'set');
    }
  }
  return i;
}

function setLong(state: ShellState, name: string, on: boolean, sign: string): void {
  if (name === 'pipefail' && state.dialect !== 'dash') {
    state.options.pipefail = on;
    return;
  }
  const known = LONG.find(([long]) => long === name);
  if (!known && state.dialect === 'ash') {
    complaint(state, `illegal option ${sign}o ${name}`, 'set');
    return;
  }
  if (!known) throw new Fatal(state.dialect === 'dash' ? `Illegal option ${sign}o ${name}` : `${name}: invalid option name`, 2, 'set');
  if (known[1]) state.options[known[1]] = on;
}

function printOptions(state: ShellState, on: boolean): void {
  if (on) state.process.out('Current option settings\n');
  for (const [name, option] of LONG) {
    const value = option !== undefined && state.options[option];
    state.process.out(on ? `${name.padEnd(15)} ${value ? 'on' : 'off'}\n` : `set ${value ? '-o' : '+o'} ${name}\n`);
  }
}

/** `set`: options, then positional parameters; alone, all variables. */
export const set: Builtin = (shell, args) => {
  const { state } = shell;
  if (args.length === 0) {
    for (const name of [...state.variables.keys()].sort()) {
      const value = state.get(name);
      if (value !== undefined) state.process.out(`${name}='${value.replaceAll("'", `'"'"'`)}'\n`);
    }
    return 0;
  }
  const used = setOptions(state, args);
  const rest = args.slice(used);
  if (rest[0] === '--') state.parameters = rest.slice(1);
  else if (rest[0] === '-') {
    state.options.x = false;
    state.options.v = false;
    if (rest.length > 1) state.parameters = rest.slice(1);
  } else if (rest.length > 0) state.parameters = rest;
  return 0;
};

export const shift: Builtin = (shell, args) => {
  const { state } = shell;
  const text = args[0] ?? '1';
  if (!/^\d+$/.test(text)) throw new Fatal(`Illegal number: ${text}`, 2, 'shift');
  const n = Number(text);
  if (n > state.parameters.length) {
    if (state.dialect === 'dash') throw new Fatal("can't shift that many", 2, 'shift');
    return 1;
  }
  state.parameters = state.parameters.slice(n);
  return 0;
};

/** `getopts optstring name [args]` */
export const getopts: Builtin = (shell, args) => {
  const { state } = shell;
  const [spec, name] = args;
  if (spec === undefined || name === undefined) throw new Fatal('Usage: getopts optstring var [arg]', 2, 'getopts');
  const list = args.length > 2 ? args.slice(2) : state.parameters;
  let index = Number(state.get('OPTIND') ?? '1') || 1;
  let offset = state.optionOffset || 1;
  const finish = (letter: string, value: string | undefined, status: number) => {
    state.set(name, letter);
    if (value === undefined) state.unset('OPTARG');
    else state.set('OPTARG', value);
    state.set('OPTIND', String(index));
    state.optionOffset = offset === 1 ? 0 : offset;
    return status;
  };
  const word = list[index - 1];
  if (offset === 1 && (word === undefined || word === '-' || word[0] !== '-' || word === '--')) {
    if (word === '--') index++;
    return finish('?', undefined, 1);
  }
  const letter = word![offset++]!;
  const ended = offset >= word!.length;
  const at = letter === ':' ? -1 : spec.indexOf(letter, spec[0] === ':' ? 1 : 0);
  const silent = spec[0] === ':';
  const advance = () => {
    index++;
    offset = 1;
  };
  if (at < 0) {
    if (ended) advance();
    if (!silent) reject(state, `Illegal option -${letter}`, `illegal option -- ${letter}`);
    return finish('?', silent ? letter : undefined, 0);
  }
  if (spec[at + 1] !== ':') {
    if (ended) advance();
    return finish(letter, state.dialect === 'dash' ? '' : undefined, 0);
  }
  let value: string | undefined;
  if (ended) {
    value = list[index];
    index++;
    if (value !== undefined) advance();
    else offset = 1;
  } else {
    value = word!.slice(offset);
    advance();
  }
  if (value !== undefined) return finish(letter, value, 0);
  if (silent) return finish(':', letter, 0);
  reject(state, `No arg for -${letter} option`, `option requires an argument -- ${letter}`);
  return finish('?', undefined, 0);
};

function reject(state: ShellState, words: string, bash: string): void {
  state.process.err(state.dialect === 'bash' ? `${state.name}: ${bash}\n` : `${words}\n`);
}

/** bash's own options change nothing that is simulated. */
export const shopt: Builtin = (shell, args) => {
  if (args.length === 0) complaint(shell.state, 'not simulated', 'shopt');
  return 0;
};
