/** Brings targets up to date: decides what is old, runs recipes, tells what failed (GNU make `remake.c`, `job.c`). */
import type { Process } from '../../../system/process.ts';
import { CORES } from '../../model.ts';
import { matchPattern } from './implicit.ts';
import type { Match } from './implicit.ts';
import { commandsOf, launchShell, readSigns } from './recipe.ts';
import { plainName, settled } from './rules.ts';
import type { Recipe, Rules } from './rules.ts';
import { Scope } from './scope.ts';
import { MakeStop } from './stop.ts';
import { stemOf, wordsOf } from './words.ts';

export interface Flags {
  readonly keepGoing: boolean;
  readonly ignoreErrors: boolean;
  readonly silent: boolean;
  /** Shows commands and runs none. */
  readonly dry: boolean;
  /** Takes every target for old. */
  readonly always: boolean;
  /** Gives 1 where something is to be made, and makes nothing. */
  readonly question: boolean;
  readonly jobs: number;
}

interface Outcome {
  readonly ok: boolean;
  /** Virtual milliseconds since 1970; Infinity for what is no file and counts as new. */
  readonly mtime: number;
}

/** What is needed to make a target. */
interface Plan {
  readonly prerequisites: readonly string[];
  readonly orderOnly: readonly string[];
  readonly recipe: Recipe | undefined;
  readonly stem: string;
  readonly match: Match | undefined;
  readonly phony: boolean;
}

export class Runner {
  readonly #process: Process;
  readonly #rules: Rules;
  readonly #scope: Scope;
  readonly #flags: Flags;
  readonly #done = new Map<string, Outcome>();
  readonly #open: string[] = [];
  readonly #intermediate = new Set<string>();
  readonly #stale = new Map<string, boolean>();
  /** Commands that were shown or run. */
  #started = 0;
  failed = false;
  outdated = false;

  constructor(rules: Rules, scope: Scope, flags: Flags) {
    this.#process = rules.process;
    this.#rules = rules;
    this.#scope = scope;
    this.#flags = flags;
  }

  get #label(): string {
    const level = Number(this.#process.env.get('MAKELEVEL') ?? 0);
    return level > 0 ? `make[${level}]` : 'make';
  }

  /** Makes one of the targets that were asked for. */
  goal(name: string): void {
    const before = this.#started;
    const plain = plainName(name);
    const { ok } = this.#update(plain, undefined, this.#scope);
    if (!ok) this.failed = true;
    else if (this.#started === before && !this.#flags.silent && !this.#flags.question) {
      const { phony, recipe } = this.#plan(plain);
      this.#process.out(`${this.#label}: ${phony || !recipe ? `Nothing to be done for '${name}'` : `'${name}' is up to date`}.\n`);
    }
  }

  /** Takes away what was only made on the way. */
  cleanUp(): void {
    const there = [...this.#intermediate].filter((name) => this.#process.peek(name) && !this.#kept(name));
    if (there.length === 0 || this.#flags.dry) return;
    this.#process.out(`rm ${there.join(' ')}\n`);
    for (const name of there) this.#process.files.unlink(this.#process, name);
  }

  #kept(name: string): boolean {
    const precious = this.#rules.targets.get('.PRECIOUS');
    return this.#special('.SECONDARY', name) || (precious !== undefined && settled(precious).prerequisites.some((pattern) => stemOf(pattern, name) !== undefined));
  }

  #special(name: string, target: string): boolean {
    const rule = this.#rules.targets.get(name);
    if (!rule) return false;
    const { prerequisites } = settled(rule);
    return prerequisites.length === 0 || prerequisites.includes(target);
  }

  /** Where a file is: here, or in a directory of `VPATH`. */
  #find(name: string): string | undefined {
    if (this.#process.peek(name)) return name;
    if (name.startsWith('/')) return undefined;
    const dirs = this.#scope.valueOf('VPATH').split(/[\s:]+/).filter((dir) => dir !== '');
    return dirs.map((dir) => `${dir}/${name}`).find((path) => this.#process.peek(path));
  }

  #plan(name: string): Plan {
    const target = this.#rules.targets.get(name);
    const own = target ? settled(target) : { prerequisites: [], orderOnly: [] };
    const phonies = this.#rules.targets.get('.PHONY');
    const phony = phonies !== undefined && settled(phonies).prerequisites.includes(name);
    const match = own.recipe || phony ? undefined : matchPattern(this.#process, this.#rules, name, (path) => this.#find(path));
    return {
      prerequisites: [...(match?.prerequisites ?? []), ...own.prerequisites],
      orderOnly: [...new Set([...(match?.orderOnly ?? []), ...own.orderOnly])],
      recipe: own.recipe ?? match?.rule.recipe,
      stem: match?.stem ?? own.stem ?? '',
      match,
      phony,
    };
  }

  #timeOf(name: string): number | undefined {
    const path = this.#find(name);
    return path === undefined ? undefined : this.#process.peek(path)!.mtime;
  }

  #update(name: string, needed: string | undefined, outer: Scope): Outcome {
    const known = this.#done.get(name);
    if (known) return known;
    this.#process.limits.step(5);
    this.#open.push(name);
    const outcome = this.#process.limits.nested(() => this.#make(name, needed, outer));
    this.#open.pop();
    this.#done.set(name, outcome);
    return outcome;
  }

  #make(name: string, needed: string | undefined, outer: Scope): Outcome {
    const { prerequisites, orderOnly, recipe, stem, match, phony } = this.#plan(name);
    const before = phony ? undefined : this.#timeOf(name);
    const target = this.#rules.targets.get(name);
    if (!recipe && !target && before === undefined) return this.#noRule(name, needed);
    const between = match?.intermediate ?? [];
    const scope = new Scope(this.#process, outer);
    for (const one of target?.variables ?? []) scope.assign(one.name, one.operator, one.value);
    let newest = -Infinity;
    let ok = true;
    const inner = scope.variables.size > 0 ? scope : outer;
    const all = [...new Set([...prerequisites, ...orderOnly])].filter((one) => !between.includes(one));
    const stale = this.#flags.jobs > 1 ? all.filter((one) => this.#isStale(one)).length : 1;
    const newer: string[] = [];
    const updateAll = (names: readonly string[]) => {
      for (const one of names) {
        if (this.#open.includes(one)) {
          this.#process.err(`${this.#label}: Circular ${name} <- ${one} dependency dropped.\n`);
          continue;
        }
        const outcome = this.#update(one, name, inner);
        if (!outcome.ok) {
          ok = false;
          if (!this.#flags.keepGoing) return;
        }
        if (!prerequisites.includes(one)) continue;
        newest = Math.max(newest, outcome.mtime);
        if (before === undefined || outcome.mtime > before) newer.push(one);
      }
    };
    this.#process.machine.sped(Math.min(this.#flags.jobs, CORES, Math.max(stale, 1)), () => updateAll(all));
    for (const one of between) newest = Math.max(newest, this.#sourceTime(one));
    if (ok && !(before === undefined || newest > before || this.#flags.always)) return { ok: true, mtime: before };
    // What is only made on the way is made where it is needed, and not for itself.
    if (ok && between.length > 0) {
      between.forEach((one) => this.#intermediate.add(one));
      updateAll(between);
    }
    if (!ok) {
      if (this.#flags.keepGoing && needed === undefined) this.#process.err(`${this.#label}: Target '${name}' not remade because of errors.\n`);
      return { ok: false, mtime: Infinity };
    }
    if (!recipe) return { ok: true, mtime: before ?? Infinity };
    const found = (one: string) => this.#find(one) ?? one;
    const values = { '@': name, '<': found(prerequisites[0] ?? ''), '^': [...new Set(prerequisites)].map(found).join(' '), '+': prerequisites.map(found).join(' '), '?': newer.map(found).join(' '), '|': orderOnly.join(' '), '*': stem };
    for (const [variable, value] of Object.entries(values)) scope.variables.set(variable, { value, recursive: false, origin: 'automatic' });
    const done = this.#run(name, recipe, scope);
    this.#stale.clear();
    const after = phony ? undefined : this.#timeOf(name);
    return { ok: done, mtime: after ?? Infinity };
  }

  /** The newest of the files that something missing would be made of. */
  #sourceTime(name: string, depth = 0): number {
    const time = this.#timeOf(name);
    if (time !== undefined || depth > 8) return time ?? Infinity;
    return Math.max(-Infinity, ...this.#plan(name).prerequisites.map((one) => this.#sourceTime(one, depth + 1)));
  }

  #noRule(name: string, needed: string | undefined): Outcome {
    const message = `No rule to make target '${name}'${needed === undefined ? '' : `, needed by '${needed}'`}.`;
    if (!this.#flags.keepGoing) throw new MakeStop(`${message}  Stop.`);
    this.#process.err(`${this.#label}: *** ${message}\n`);
    return { ok: false, mtime: Infinity };
  }

  /** Whether a recipe would run for a target: what is asked before several are made at once. */
  #isStale(name: string): boolean {
    const known = this.#stale.get(name);
    if (known !== undefined) return known;
    this.#stale.set(name, false);
    this.#process.limits.step(2);
    const { prerequisites, recipe, phony } = this.#plan(name);
    const time = phony ? undefined : this.#timeOf(name);
    const stale = !this.#done.has(name) && recipe !== undefined && (time === undefined || this.#flags.always || prerequisites.some((one) => this.#isStale(one) || (this.#timeOf(one) ?? 0) > time));
    this.#stale.set(name, stale);
    return stale;
  }

  /** Runs a recipe; false where it failed. */
  #run(name: string, recipe: Recipe, scope: Scope): boolean {
    const process = this.#process;
    if (this.#flags.question) {
      this.outdated = true;
      return true;
    }
    const oneShell = this.#rules.targets.has('.ONESHELL');
    const expanded = recipe.lines.map(({ text, place }) => {
      scope.place = place;
      return { lines: oneShell ? [scope.expand(text)] : commandsOf(scope.expand(text)), place, makes: /\$[({]MAKE[)}]/.test(text) };
    });
    const commands = expanded.flatMap(({ lines, place, makes }) => lines.map((line, i) => ({ ...readSigns(line), makes, place: place.replace(/\d+$/, (n) => String(Number(n) + i)) })));
    const joined = oneShell && commands.length > 1 ? [{ ...commands[0]!, command: commands.map(({ command }) => command).join('\n') }] : commands;
    for (const { command, quiet, lenient, always, makes, place } of joined) {
      if (wordsOf(command).length === 0) continue;
      this.#started++;
      process.limits.step(10);
      const hidden = (quiet || this.#flags.silent || this.#special('.SILENT', name)) && !this.#flags.dry;
      if (!hidden) process.out(`${command}\n`);
      if (this.#flags.dry && !always && !makes) continue;
      const status = launchShell(scope, process.fork(), command);
      if (status === 0) continue;
      const ignored = lenient || this.#flags.ignoreErrors || this.#special('.IGNORE', name);
      process.err(`${this.#label}: ${ignored ? '' : '*** '}[${place}: ${name}] Error ${status}${ignored ? ' (ignored)' : ''}\n`);
      if (ignored) continue;
      if (this.#rules.targets.has('.DELETE_ON_ERROR') && process.peek(name)?.type === 'file') {
        process.err(`${this.#label}: *** Deleting file '${name}'\n`);
        process.files.unlink(process, name);
      }
      return false;
    }
    return true;
  }
}
