/**
 * Word → fields, by POSIX 2.6: tilde, parameters, command substitution and arithmetic first, then splitting by IFS, then
 * paths, then quotes are gone. A field is kept as runs of text, each quoted or not, until the last step.
 */
import { homeOf } from '../system/accounts.ts';
import { ArithmeticFault, evaluate } from './arithmetic.ts';
import type { ParameterPart, Script, Word } from './ast.ts';
import { expandBraces } from './braces.ts';
import { Fatal } from './control.ts';
import { compilePattern, escapePattern, expandPaths, hasMagic, matches } from './glob.ts';
import { expandParameter } from './parameter-value.ts';
import type { ShellState } from './state.ts';

/** What expansion needs of the interpreter. */
export interface Host {
  readonly state: ShellState;
  /** Standard output of a script run in a subshell, without its last newlines. */
  substitute(script: Script): string;
}

interface Run {
  readonly text: string;
  readonly quoted: boolean;
}

/** How a word is expanded: into fields, or into one text whose unquoted parts are a pattern or not. */
type Mode = 'fields' | 'text' | 'pattern';

class Builder {
  readonly fields: Run[][] = [];
  #current: Run[] | undefined;
  /** The last separator was white space, which may be part of the next one. */
  #afterSpace = false;
  readonly #ifs: string;

  constructor(ifs: string) {
    this.#ifs = ifs;
  }

  add(text: string, quoted: boolean): void {
    if (text === '' && !quoted) return;
    this.#afterSpace = false;
    (this.#current ??= []).push({ text, quoted });
  }

  /** The result of an unquoted expansion: split at the characters of IFS. */
  split(text: string): void {
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text[i]!;
      if (!this.#ifs.includes(c)) continue;
      this.add(text.slice(from, i), false);
      from = i + 1;
      if (c === ' ' || c === '\t' || c === '\n') {
        if (this.end()) this.#afterSpace = true;
      } else if (!this.end() && !this.#afterSpace) this.fields.push([]);
      else this.#afterSpace = false;
    }
    this.add(text.slice(from), false);
  }

  /** Ends the field; false where none was begun. */
  end(): boolean {
    if (!this.#current) return false;
    this.fields.push(this.#current);
    this.#current = undefined;
    return true;
  }
}

/** Fields of the words of a command. */
export function expandWords(host: Host, words: readonly Word[]): string[] {
  if (host.state.dialect === 'bash') return words.flatMap(expandBraces).flatMap((word) => expandFields(host, word));
  return words.flatMap((word) => expandFields(host, word));
}

/** Fields of one word. */
export function expandFields(host: Host, word: Word): string[] {
  const [only] = word;
  if (word.length === 1 && only?.kind === 'text' && (only.quoted || !/[~*?[\\]/.test(only.text))) return [only.text];
  const builder = new Builder(ifsOf(host.state));
  addWord(host, word, builder, 'fields', false);
  builder.end();
  return builder.fields.flatMap((field) => globField(host.state, field));
}

/** A word that is not split: the value of an assignment, a here-document, the name of a file. */
export function expandText(host: Host, word: Word, assignment = false): string {
  const builder = new Builder('');
  addWord(host, word, builder, 'text', assignment);
  builder.end();
  return builder.fields.map((field) => field.map((run) => run.text).join('')).join(' ');
}

/** A word as a pattern, with what was quoted escaped. */
export function expandPattern(host: Host, word: Word): string {
  const builder = new Builder('');
  addWord(host, word, builder, 'pattern', false);
  builder.end();
  return builder.fields.map(patternOf).join(' ');
}

/** Value of an arithmetic expansion's text. */
export function evaluateFor(state: ShellState, expression: string): bigint {
  try {
    const get = (name: string) => {
      const value = state.get(name);
      if (value === undefined && state.options.u) throw new Fatal(`${name}: parameter not set`);
      return value;
    };
    const set = (name: string, value: string) => {
      if (!state.set(name, value)) throw new Fatal(state.dialect === 'bash' ? `${name}: readonly variable` : `${name}: is read only`);
    };
    return evaluate(expression, { get, set }, state.dialect);
  } catch (fault) {
    if (!(fault instanceof ArithmeticFault)) throw fault;
    throw new Fatal(arithmeticMessage(state, fault.message, expression));
  }
}

function arithmeticMessage(state: ShellState, message: string, expression: string): string {
  if (message.startsWith('Illegal number')) return message;
  if (state.dialect === 'dash') return `arithmetic expression: ${message}: "${expression}"`;
  if (message === 'division by zero') return state.dialect === 'ash' ? 'divide by zero' : `${expression}: division by 0 (error token is "${expression.split('/').at(-1)!.trim()}")`;
  return 'arithmetic syntax error';
}

function ifsOf(state: ShellState): string {
  const ifs = state.get('IFS');
  return ifs ?? ' \t\n';
}

function addWord(host: Host, word: Word, builder: Builder, mode: Mode, assignment: boolean): void {
  word.forEach((part, i) => {
    switch (part.kind) {
      case 'text': {
        const text = part.quoted ? part.text : expandTildes(host.state, part.text, i === 0, assignment, word.length > 1 && i === 0);
        builder.add(text, part.quoted);
        return;
      }
      case 'command':
        return addValue(builder, host.substitute(part.script), part.quoted, mode);
      case 'arithmetic':
        return addValue(builder, String(evaluateFor(host.state, expandText(host, part.expression))), part.quoted, mode);
      case 'parameter':
        return addParameter(host, part, builder, mode);
    }
  });
}

function addValue(builder: Builder, text: string, quoted: boolean, mode: Mode): void {
  if (quoted || mode !== 'fields') builder.add(text, quoted);
  else builder.split(text);
}

function addParameter(host: Host, part: ParameterPart, builder: Builder, mode: Mode): void {
  const result = expandParameter(host, part);
  if (result.kind === 'word') {
    addAlternative(host, result.word, builder, mode, part.quoted);
    return;
  }
  if (result.kind === 'text') {
    addValue(builder, result.text, part.quoted, mode);
    return;
  }
  const separator = part.name === '*' && part.quoted ? (ifsOf(host.state)[0] ?? '') : ' ';
  if (part.quoted && (part.name === '*' || mode !== 'fields')) {
    builder.add(result.list.join(separator), true);
    return;
  }
  if (mode !== 'fields') {
    builder.add(result.list.join(part.name === '*' ? (ifsOf(host.state)[0] ?? '') : ' '), false);
    return;
  }
  result.list.forEach((value, i) => {
    if (i > 0) builder.end();
    if (part.quoted) builder.add(value, true);
    else builder.split(value);
  });
}

/** The word of `${x:-word}`: its own unquoted text is split like the result of an expansion. */
function addAlternative(host: Host, word: Word, builder: Builder, mode: Mode, quoted: boolean): void {
  if (quoted && word.length === 0) builder.add('', true);
  word.forEach((part, i) => {
    if (part.kind === 'text' && !part.quoted && mode === 'fields') {
      builder.split(expandTildes(host.state, part.text, i === 0, false, word.length > 1));
    } else addWord(host, [part], builder, mode, false);
  });
}

/** `~` and `~name` at the start, in an assignment also after a colon. */
function expandTildes(state: ShellState, text: string, first: boolean, assignment: boolean, continued: boolean): string {
  if (!text.includes('~')) return text;
  if (!assignment) return first ? expandTilde(state, text, continued) : text;
  const pieces = text.split(':');
  return pieces.map((piece, i) => (i > 0 || first ? expandTilde(state, piece, continued && i === pieces.length - 1) : piece)).join(':');
}

function expandTilde(state: ShellState, text: string, continued: boolean): string {
  const match = /^~([^/]*)/.exec(text);
  if (!match || (continued && match[0] === text)) return text;
  const home = match[1] === '' ? state.get('HOME') : homeOf(state.process, match[1]!);
  return home === undefined ? text : home + text.slice(match[0].length);
}

function patternOf(field: readonly Run[]): string {
  return field.map((run) => (run.quoted ? escapePattern(run.text) : run.text)).join('');
}

function globField(state: ShellState, field: readonly Run[]): string[] {
  const text = field.map((run) => run.text).join('');
  if (state.options.f || !field.some((run) => !run.quoted && hasMagic(run.text))) return [text];
  const { process } = state;
  const paths = expandPaths(patternOf(field), {
    names: (path) => {
      const dir = process.peek(path);
      if (dir?.type !== 'dir' || !process.files.allows(process, dir, 4)) return [];
      const names = dir.names();
      process.limits.step(1 + (names.length >> 4));
      return names;
    },
    exists: (path) => process.peek(path, false) !== undefined,
  });
  return paths.length > 0 ? paths : [text];
}

/** Whether a text matches a pattern as `case` compares them. */
export function matchesPattern(pattern: string, text: string): boolean {
  return matches(compilePattern(pattern), text);
}

