/** Reads makefiles: variables, conditionals, rules (GNU make manual, chapters 3 to 7). */
import { attempt } from '../../../system/errno.ts';
import { callFunction } from './functions.ts';
import { logicalLines } from './lines.ts';
import type { Line } from './lines.ts';
import type { PatternRule, Recipe, Rules } from './rules.ts';
import { addPatternRule, addRule, suffixRule, targetOf } from './rules.ts';
import type { Scope } from './scope.ts';
import { MakeStop } from './stop.ts';
import { closing, fill, outside, stemOf, wordsOf } from './words.ts';

const NAME = String.raw`(?:\$\([^)]*\)|\$\{[^}]*\}|[^\s:#=?+!$])+`;
const ASSIGNMENT = new RegExp(String.raw`^\s*((?:(?:override|export|private)\s+)*)(${NAME})\s*(=|:=|::=|:::=|\?=|\+=|!=)\s*([^]*)$`);
const MAX_DEPTH = 20;

/** A rule that is being read, whose recipe lines may follow. */
interface Open {
  readonly recipe: Recipe;
}

export class MakefileReader {
  readonly #scope: Scope;
  readonly #rules: Rules;
  /** Directories of `-I`. */
  readonly #dirs: readonly string[];
  #open: Open | undefined;
  #depth = 0;

  constructor(scope: Scope, rules: Rules, dirs: readonly string[] = []) {
    this.#dirs = dirs;
    this.#scope = scope;
    this.#rules = rules;
    scope.readText = (text) => this.read(text, scope.place?.replace(/:\d+$/, '') ?? 'Makefile', Number(scope.place?.split(':')[1] ?? 1));
  }

  /** Reads a file's text. `first` is the number of its first line. */
  read(text: string, file: string, first = 1): void {
    if (++this.#depth > MAX_DEPTH) throw new MakeStop('Makefiles include each other without end.  Stop.', file);
    const outer = this.#scope.place;
    const taken: boolean[] = [];
    const done: boolean[] = [];
    const lines = logicalLines(text, first);
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      this.#scope.process.limits.step(2);
      this.#scope.place = `${file}:${line.number}`;
      if (this.#conditional(line, taken, done)) continue;
      if (taken.includes(false)) continue;
      const define = /^\s*(?:(override|export)\s+)?define\s+(\S+)\s*(\S*)\s*$/.exec(line.plain);
      if (define) {
        const body: string[] = [];
        for (i++; i < lines.length && !/^\s*endef\b/.test(lines[i]!.plain); i++) body.push(lines[i]!.raw);
        this.#scope.assign(this.#scope.expand(define[2]!), define[3] || '=', body.join('\n'), define[1] === 'override' ? 'override' : 'file');
        if (define[1] === 'export') this.#export([define[2]!], true);
        continue;
      }
      this.#line(line);
    }
    if (taken.length > 0) throw new MakeStop(`missing 'endif'.  Stop.`, this.#scope.place);
    this.#open = undefined;
    this.#scope.place = outer;
    this.#depth--;
  }

  /** `ifeq` to `endif`. `taken` holds for each one open whether its branch is read, `done` whether one was. */
  #conditional(line: Line, taken: boolean[], done: boolean[]): boolean {
    const match = /^ *(ifeq|ifneq|ifdef|ifndef|else|endif)\b\s*([^]*)$/.exec(line.plain);
    if (!match) return false;
    const [, word = '', rest = ''] = match;
    if (word === 'endif' || word === 'else') {
      if (taken.length === 0) throw new MakeStop(`extraneous '${word}'.  Stop.`, this.#scope.place);
      if (word === 'endif') {
        taken.pop();
        done.pop();
        return true;
      }
      const before = done.at(-1)!;
      const again = /^(ifeq|ifneq|ifdef|ifndef)\b\s*([^]*)$/.exec(rest);
      const outside = !taken.slice(0, -1).includes(false);
      const holds = !before && outside && (!again || this.#holds(again[1]!, again[2]!));
      taken[taken.length - 1] = holds;
      done[done.length - 1] = before || holds;
      return true;
    }
    const holds = !taken.includes(false) && this.#holds(word, rest);
    taken.push(holds);
    done.push(holds);
    return true;
  }

  #holds(word: string, rest: string): boolean {
    const scope = this.#scope;
    if (word === 'ifdef' || word === 'ifndef') return ((scope.get(scope.expand(rest.trim()))?.value ?? '') !== '') === (word === 'ifdef');
    const bracketed = rest.trimStart().startsWith('(');
    const text = rest.trim();
    let sides: readonly string[];
    if (bracketed) {
      const inner = text.slice(1, closing(text, 0));
      const comma = outside(inner, ',');
      if (comma < 0) throw new MakeStop(`invalid syntax in conditional.  Stop.`, scope.place);
      sides = [inner.slice(0, comma).trimEnd(), inner.slice(comma + 1).trimStart()];
    } else {
      const quoted = /^(["'])(.*?)\1\s*(["'])(.*?)\3\s*$/.exec(text);
      if (!quoted) throw new MakeStop(`invalid syntax in conditional.  Stop.`, scope.place);
      sides = [quoted[2]!, quoted[4]!];
    }
    return (scope.expand(sides[0]!) === scope.expand(sides[1]!)) === (word === 'ifeq');
  }

  #line(line: Line): void {
    const scope = this.#scope;
    if (line.raw.startsWith('\t') && this.#open) {
      this.#open.recipe.lines.push({ text: line.recipe, place: scope.place! });
      return;
    }
    const { plain } = line;
    if (plain.trim() === '') return;
    const assignment = ASSIGNMENT.exec(plain);
    if (assignment) {
      const [, before = '', name = '', operator = '', value = ''] = assignment;
      this.#open = undefined;
      const expanded = scope.expand(name);
      scope.assign(expanded, operator, value, before.includes('override') ? 'override' : 'file');
      if (before.includes('export')) this.#export([expanded], true);
      return;
    }
    const directive = /^\s*(-?include|sinclude|export|unexport|vpath|undefine)(?:\s+([^]*))?$/.exec(plain);
    if (directive && !/^\s*[^:]*:/.test(plain)) {
      this.#open = undefined;
      this.#directive(directive[1]!, scope.expand(directive[2] ?? '').trim());
      return;
    }
    if (line.raw.startsWith('\t')) throw new MakeStop('recipe commences before first target.  Stop.', scope.place);
    this.#rule(plain);
  }

  #directive(word: string, rest: string): void {
    const scope = this.#scope;
    const words = wordsOf(rest);
    if (word === 'export' || word === 'unexport') {
      if (words.length === 0 && word === 'export') scope.set('.EXPORT_ALL_VARIABLES', '1', 'file');
      this.#export(words, word === 'export');
    } else if (word === 'undefine') words.forEach((name) => scope.variables.delete(name));
    else if (word === 'vpath') {
      if (words.length > 1) scope.assign('VPATH', '+=', words.slice(1).join(' '));
    } else {
      for (const pattern of words) {
        for (const path of wordsOf(callFunction(scope, 'wildcard', [pattern]) || pattern)) {
          const found = [path, ...this.#dirs.map((dir) => `${dir}/${path}`)].find((one) => scope.process.peek(one)) ?? path;
          const text = attempt(() => scope.process.readFile(found)).value;
          if (text !== undefined) this.read(text, found);
          else if (word === 'include') {
            scope.process.err(`${scope.place}: ${path}: No such file or directory\n`);
            throw new MakeStop(`No rule to make target '${path}'.  Stop.`);
          }
        }
      }
    }
  }

  #export(names: readonly string[], exported: boolean): void {
    for (const name of names) {
      const { value, recursive, origin } = this.#scope.get(name) ?? { value: '', recursive: false, origin: 'file' as const };
      this.#scope.variables.set(name, { value, recursive, origin, exported });
    }
  }

  #rule(plain: string): void {
    const scope = this.#scope;
    const semicolon = outside(plain, ';');
    const text = scope.expand(semicolon < 0 ? plain : plain.slice(0, semicolon));
    if (text.trim() === '') return;
    const match = /^([^]*?)\s*(&?::?)(?!=)([^]*)$/.exec(text);
    if (!match) throw new MakeStop(`missing separator${/^ {8}/.test(plain) ? ' (did you mean TAB instead of 8 spaces?)' : ''}.  Stop.`, scope.place);
    const [, left = '', colons = '', right = ''] = match;
    const targets = wordsOf(left);
    if (targets.length === 0) throw new MakeStop('missing target pattern.  Stop.', scope.place);
    const own = ASSIGNMENT.exec(right);
    if (own && semicolon < 0) {
      // Their values are expanded for the target, not here.
      const raw = ASSIGNMENT.exec(plain.slice(outside(plain, ':') + 1)) ?? own;
      for (const name of targets) targetOf(this.#rules, name).variables.push({ name: scope.expand(raw[2]!), operator: raw[3]!, value: raw[4]! });
      this.#open = undefined;
      return;
    }
    const recipe: Recipe = { place: scope.place!, lines: [], given: semicolon >= 0 };
    if (semicolon >= 0) recipe.lines.push({ text: plain.slice(semicolon + 1).trimStart(), place: scope.place! });
    this.#open = { recipe };
    const parts = right.split(/:(?!\/)/);
    const pattern = parts.length > 1 ? parts[0]!.trim() : undefined;
    const [needed = '', after = ''] = parts.at(-1)!.split('|');
    this.#add(targets, { pattern, needed: wordsOf(needed), after: wordsOf(after), recipe, terminal: colons === '::' });
  }

  #add(targets: readonly string[], { pattern, needed, after, recipe, terminal }: { pattern: string | undefined; needed: readonly string[]; after: readonly string[]; recipe: Recipe; terminal: boolean }): void {
    const { process, place } = this.#scope;
    const globbed = needed.flatMap((word) => (/[*?[]/.test(word) ? wordsOf(callFunction(this.#scope, 'wildcard', [word]) || word) : [word]));
    if (pattern === undefined && targets.some((name) => name.includes('%'))) {
      const rule: PatternRule = { targets, prerequisites: needed, orderOnly: after, recipe, terminal };
      addPatternRule(this.#rules, rule);
      return;
    }
    for (const name of targets) {
      const old = suffixRule(name);
      if (old && needed.length === 0) {
        addPatternRule(this.#rules, { ...old, recipe });
        continue;
      }
      const stem = pattern === undefined ? undefined : stemOf(pattern, name);
      if (pattern !== undefined && stem === undefined) {
        process.err(`${place}: target '${name}' doesn't match the target pattern\n`);
        continue;
      }
      const filled = (words: readonly string[]) => (stem === undefined ? words : words.map((word) => fill(word, stem)));
      addRule(this.#rules, name, { prerequisites: filled(pattern === undefined ? globbed : needed), orderOnly: filled(after), recipe, double: terminal, ...(stem !== undefined && { stem }) });
    }
  }
}
