/** The state of a running shell: variables, functions, options, traps. A subshell works on a copy. */
import type { Process } from '../system/process.ts';
import type { Command } from './ast.ts';
import type { Dialect } from './dialect.ts';

export interface Variable {
  /** A byte string; undefined where it is only marked. */
  readonly value?: string | undefined;
  readonly exported?: boolean;
  readonly readonly?: boolean;
}

/** `set -e` and the others, by letter; `pipefail` has none. */
export interface Options {
  a: boolean;
  C: boolean;
  e: boolean;
  f: boolean;
  n: boolean;
  u: boolean;
  v: boolean;
  x: boolean;
  pipefail: boolean;
}

export class ShellState {
  readonly dialect: Dialect;
  process: Process;
  /** `$0` */
  name: string;
  parameters: readonly string[];
  variables = new Map<string, Variable>();
  functions = new Map<string, Command>();
  /** Actions by signal name; `EXIT` too. */
  traps = new Map<string, string>();
  readonly options: Options = { a: false, C: false, e: false, f: false, n: false, u: false, v: false, x: false, pipefail: false };
  /** `$?` */
  status = 0;
  line = 0;
  /** `$!` */
  background: number | undefined;
  /** Exit codes of commands that ran in the background, by process. */
  readonly jobs = new Map<number, number>();
  /** Whether the script came with `-c`. */
  fromArgument = false;
  /** Whether somebody types its lines: messages then name none. */
  interactive = false;
  /** `$$`: that of the main shell, in subshells too. */
  readonly id: number;
  loops = 0;
  functionDepth = 0;
  /** Above zero where a failing command does not end the shell under `set -e`. */
  tested = 0;
  /** Where `getopts` is within a word. */
  optionOffset = 0;
  /** Values that `local` put aside, one map for each function call. */
  readonly locals: Map<string, Variable | undefined>[] = [];

  constructor(dialect: Dialect, process: Process, name: string, parameters: readonly string[], id = process.id) {
    this.dialect = dialect;
    this.process = process;
    this.name = name;
    this.parameters = parameters;
    this.id = id;
  }

  /** A copy for a subshell, with a process of its own. Traps are reset there, but for what is ignored. */
  fork(): ShellState {
    const child = new ShellState(this.dialect, this.process.fork(), this.name, this.parameters, this.id);
    child.variables = new Map(this.variables);
    child.functions = new Map(this.functions);
    for (const [signal, action] of this.traps) if (action === '') child.traps.set(signal, action);
    Object.assign(child.options, this.options);
    child.status = this.status;
    child.line = this.line;
    child.background = this.background;
    child.fromArgument = this.fromArgument;
    child.interactive = this.interactive;
    child.functionDepth = this.functionDepth;
    child.tested = this.tested;
    for (const scope of this.locals) child.locals.push(new Map(scope));
    return child;
  }

  get(name: string): string | undefined {
    if (name === 'LINENO' && this.dialect !== 'dash') return String(this.dialect === 'ash' ? this.line - 1 : this.line);
    return this.variables.get(name)?.value;
  }

  /** Sets a variable; false where it is read-only. */
  set(name: string, value: string, exported = false): boolean {
    const old = this.variables.get(name);
    if (old?.readonly) return false;
    if (value.length > 4096) this.process.limits.chargeBytes(value.length);
    const variable = { ...old, value, exported: exported || old?.exported === true || this.options.a };
    this.variables.set(name, variable);
    if (name === 'OPTIND') this.optionOffset = 0;
    if (variable.exported) this.process.env.set(name, value);
    return true;
  }

  unset(name: string): boolean {
    if (this.variables.get(name)?.readonly) return false;
    this.variables.delete(name);
    this.process.env.delete(name);
    return true;
  }

  export(name: string): void {
    const old = this.variables.get(name);
    this.variables.set(name, { ...old, exported: true });
    if (old?.value !== undefined) this.process.env.set(name, old.value);
  }

  /** Puts a variable back as it was before `local` or a temporary assignment. */
  restore(name: string, variable: Variable | undefined): void {
    this.process.env.delete(name);
    if (variable === undefined) this.variables.delete(name);
    else {
      this.variables.set(name, variable);
      if (variable.exported && variable.value !== undefined) this.process.env.set(name, variable.value);
    }
  }

  /** `$-` */
  get flags(): string {
    return (['e', 'f', 'n', 'u', 'v', 'x', 'a', 'C'] as const).filter((letter) => this.options[letter]).join('') + (this.fromArgument && this.dialect !== 'dash' ? 'c' : '');
  }
}
