/** Variables of a makefile and what `$(…)` stands for (GNU make manual, chapter 6). */
import type { Process } from '../../../system/process.ts';
import { callFunction, isFunction } from './functions.ts';
import { MakeStop } from './stop.ts';
import { closing, outside, substitute } from './words.ts';

/** Where a variable comes from, weakest first: a weaker one does not replace a stronger one. */
const ORIGINS = ['default', 'environment', 'file', 'environment override', 'command line', 'override', 'automatic'] as const;
export type Origin = (typeof ORIGINS)[number];

export interface Variable {
  readonly value: string;
  /** Expanded when it is used, not when it is set. */
  readonly recursive: boolean;
  readonly origin: Origin;
  readonly exported?: boolean;
  /** Line that it is set in. */
  readonly place?: string | undefined;
}

export class Scope {
  readonly process: Process;
  readonly parent: Scope | undefined;
  readonly variables = new Map<string, Variable>();
  /** Line that is being read: `Makefile:3`. */
  place: string | undefined;
  /** Reads text as makefile: what `$(eval …)` does. */
  readText: (text: string) => void;
  readonly #open = new Set<string>();

  constructor(process: Process, parent?: Scope) {
    this.process = process;
    this.parent = parent;
    this.readText = parent?.readText ?? (() => {});
    this.place = parent?.place;
  }

  get(name: string): Variable | undefined {
    return this.variables.get(name) ?? this.parent?.get(name);
  }

  /** Sets a variable where nothing stronger has. */
  set(name: string, value: string, origin: Origin, recursive = false): void {
    const before = this.get(name);
    if (before && ORIGINS.indexOf(before.origin) > ORIGINS.indexOf(origin) && before.origin !== 'automatic') return;
    this.variables.set(name, { value, recursive, origin, place: origin === 'file' ? this.place : undefined, ...(before?.exported !== undefined && { exported: before.exported }) });
  }

  /** `=`, `:=`, `::=`, `?=`, `+=` or `!=` as a makefile writes them. */
  assign(name: string, operator: string, text: string, origin: Origin = 'file'): void {
    const before = this.get(name);
    switch (operator) {
      case '?=':
        if (!before) this.set(name, text, origin, true);
        break;
      case '+=': {
        const added = before && !before.recursive ? this.expand(text) : text;
        if (!before || added !== '') this.set(name, before ? `${before.value} ${added}` : added, origin, before?.recursive ?? true);
        break;
      }
      case '!=':
        this.set(name, callFunction(this, 'shell', [this.expand(text)]), origin);
        break;
      default:
        this.set(name, operator === '=' ? text : this.expand(text), origin, operator === '=');
    }
  }

  /** Text with all that `$` begins filled in. */
  expand(text: string): string {
    if (!text.includes('$')) return text;
    const parts: string[] = [];
    for (let i = 0; i < text.length; ) {
      const next = text.indexOf('$', i);
      if (next < 0 || next === text.length - 1) {
        parts.push(text.slice(i, next < 0 ? undefined : next));
        break;
      }
      parts.push(text.slice(i, next));
      const c = text[next + 1]!;
      if (c !== '(' && c !== '{') {
        parts.push(c === '$' ? '$' : this.valueOf(c));
        i = next + 2;
        continue;
      }
      const end = closing(text, next + 1);
      if (end === text.length) throw new MakeStop(`unterminated variable reference.  Stop.`, this.place);
      parts.push(this.#reference(text.slice(next + 2, end)));
      i = end + 1;
    }
    const whole = parts.join('');
    this.process.limits.step();
    this.process.limits.chargeBytes(whole.length);
    return whole;
  }

  #reference(inner: string): string {
    const call = /^([a-z-]+)(?:[ \t]+|$)/.exec(inner);
    if (call && inner.length > call[1]!.length && isFunction(call[1]!)) return callFunction(this, call[1]!, inner.slice(call[0].length));
    const colon = outside(inner, ':');
    const equals = colon < 0 ? -1 : outside(inner, '=', colon);
    if (equals < 0) return this.valueOf(this.expand(inner));
    const [from, to] = [this.expand(inner.slice(colon + 1, equals)), this.expand(inner.slice(equals + 1))];
    const value = this.valueOf(this.expand(inner.slice(0, colon)));
    return from.includes('%') ? substitute(from, to, value) : substitute(`%${from}`, `%${to}`, value);
  }

  /** Value of a variable, expanded; the empty string where there is none. */
  valueOf(name: string): string {
    const variable = this.get(name);
    if (!variable) return this.#part(name);
    if (!variable.recursive) return variable.value;
    const root = this.#root();
    const outer = this.place;
    this.place = variable.place ?? outer;
    if (root.#open.has(name)) throw new MakeStop(`Recursive variable '${name}' references itself (eventually).  Stop.`, this.place);
    root.#open.add(name);
    try {
      return this.expand(variable.value);
    } finally {
      root.#open.delete(name);
      this.place = outer;
    }
  }

  /** `$(@D)` and `$(@F)`: directory and file name of what an automatic variable holds. */
  #part(name: string): string {
    if (name.length !== 2 || !'@<^+?*|%'.includes(name[0]!) || !'DF'.includes(name[1]!)) return '';
    const value = this.get(name[0]!)?.value ?? '';
    if (name[1] === 'F') return callFunction(this, 'notdir', [value]);
    return callFunction(this, 'dir', [value]).replace(/\/(?=\s|$)/g, '');
  }

  #root(): Scope {
    return this.parent ? this.parent.#root() : this;
  }

  /** Runs work with variables that are only there for it: what `foreach` and `call` do. */
  within<T>(variables: Readonly<Record<string, string>>, work: (scope: Scope) => T): T {
    const inner = new Scope(this.process, this);
    for (const [name, value] of Object.entries(variables)) inner.variables.set(name, { value, recursive: false, origin: 'automatic' });
    return this.process.limits.nested(() => work(inner));
  }
}
