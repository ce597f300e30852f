import { Fatal } from '../control.ts';
import { evaluateFor } from '../expand.ts';
import type { Interpreter } from '../interpreter.ts';
import { complaint } from '../message.ts';
import type { Builtin } from './builtin.ts';

const NAME = /^[A-Za-z_]\w*$/;

function quote(value: string): string {
  return `'${value.replaceAll("'", `'"'"'`)}'`;
}

/** `name` or `name=value` taken apart; a name that cannot be one ends the shell as in the real ones. */
function declaration(shell: Interpreter, text: string, builtin: string): { name: string; value?: string } | undefined {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  if (!NAME.test(name)) {
    const { dialect } = shell.state;
    if (dialect !== 'bash') throw new Fatal(`${text.split('=')[0]}: bad variable name`, 2, builtin);
    complaint(shell.state, `\`${text}': not a valid identifier`, builtin);
    return undefined;
  }
  return equals < 0 ? { name } : { name, value: text.slice(equals + 1) };
}

function assignTo(shell: Interpreter, name: string, value: string): void {
  if (shell.state.set(name, value)) return;
  throw new Fatal(shell.state.dialect === 'bash' ? `${name}: readonly variable` : `${name}: is read only`, 2, undefined);
}

export const exportVariables: Builtin = (shell, args, builtin) => {
  const { state } = shell;
  const removes = args.includes('-n') && state.dialect !== 'dash';
  const words = args.filter((arg) => arg !== '-p' && arg !== '--' && arg !== '-n');
  if (words.length === 0) {
    for (const name of [...state.variables.keys()].sort()) {
      const variable = state.variables.get(name)!;
      if (!variable.exported) continue;
      const prefix = state.dialect === 'bash' ? 'declare -x' : 'export';
      state.process.out(`${prefix} ${name}${variable.value === undefined ? '' : `=${state.dialect === 'bash' ? `"${variable.value}"` : quote(variable.value)}`}\n`);
    }
    return 0;
  }
  let status = 0;
  for (const word of words) {
    const found = declaration(shell, word, builtin);
    if (!found) status = 1;
    else if (removes) {
      const variable = state.variables.get(found.name);
      if (variable) state.variables.set(found.name, { ...variable, exported: false });
      state.process.env.delete(found.name);
    } else {
      if (found.value !== undefined) assignTo(shell, found.name, found.value);
      state.export(found.name);
    }
  }
  return status;
};

export const readonlyVariables: Builtin = (shell, args, builtin) => {
  const { state } = shell;
  const words = args.filter((arg) => arg !== '-p' && arg !== '--');
  if (words.length === 0) {
    for (const name of [...state.variables.keys()].sort()) {
      const variable = state.variables.get(name)!;
      if (variable.readonly) state.process.out(`readonly ${name}${variable.value === undefined ? '' : `=${quote(variable.value)}`}\n`);
    }
    return 0;
  }
  for (const word of words) {
    const found = declaration(shell, word, builtin);
    if (!found) return 1;
    if (found.value !== undefined) assignTo(shell, found.name, found.value);
    state.variables.set(found.name, { ...state.variables.get(found.name), readonly: true });
  }
  return 0;
};

export const local: Builtin = (shell, args, builtin) => {
  const { state } = shell;
  const scope = state.locals.at(-1);
  if (!scope) throw new Fatal(state.dialect === 'bash' ? 'can only be used in a function' : 'not in a function', state.dialect === 'bash' ? 1 : 2, 'local');
  for (const word of args) {
    if (/^-\w+$/.test(word)) continue;
    const found = declaration(shell, word, builtin);
    if (!found) return 1;
    const old = state.variables.get(found.name);
    if (!scope.has(found.name)) scope.set(found.name, old);
    if (found.value !== undefined) assignTo(shell, found.name, found.value);
    else if (state.dialect !== 'dash') state.variables.set(found.name, { ...old, value: undefined });
  }
  return 0;
};

export const unset: Builtin = (shell, args) => {
  const { state } = shell;
  let functions = false;
  for (const word of args) {
    if (word === '-f') functions = true;
    else if (word === '-v') functions = false;
    else if (functions) state.functions.delete(word);
    else if (!NAME.test(word)) throw new Fatal(`${word}: bad variable name`, 2, 'unset');
    else if (state.variables.get(word)?.readonly) throw new Fatal(`${word}: is read only`, 2, 'unset');
    else if (state.variables.has(word)) state.unset(word);
    else if (state.dialect === 'bash') state.functions.delete(word);
  }
  return 0;
};

/** bash's `declare`: `-x` exports, `-r` makes read-only, in a function the variable is local. */
export const declare: Builtin = (shell, args, name) => {
  const flags = args.filter((arg) => /^-\w+$/.test(arg)).join('');
  const words = args.filter((arg) => !/^[-+]\w+$/.test(arg));
  if (shell.state.locals.length > 0 && !flags.includes('g')) local(shell, words, name);
  if (flags.includes('x')) exportVariables(shell, words, name);
  if (flags.includes('r')) readonlyVariables(shell, words, name);
  for (const word of words) {
    const found = declaration(shell, word, name);
    if (found?.value !== undefined && !flags.includes('r')) assignTo(shell, found.name, found.value);
  }
  return 0;
};

export const letBuiltin: Builtin = (shell, args) => {
  let value = 0n;
  for (const arg of args) value = evaluateFor(shell.state, arg);
  return value === 0n ? 1 : 0;
};
