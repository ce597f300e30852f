/**
 * BuildKit's `frontend/dockerfile/shell` lexer: quotes, escapes, `$` references and word splitting in one pass. What is
 * nested (a quote, an operand of `${v:-…}`) waits on a stack of frames, so depth costs no native stack.
 */
import { wellFormed } from '../go/bytes.ts';
import type { ExpandOptions, Lookup } from './expand.ts';
import { applyModifier, substitute, type Outcome } from './modifier.ts';
import { nameEnd } from './name.ts';
import { longestValue } from './pattern.ts';
import { WordSplitter } from './splitter.ts';

const dollar = 36;
const doubleQuote = 34;
const singleQuote = 39;
const lessThan = 60;
const closingBrace = 125;
const slash = 47;
const end = -1;

/** A reference that waits for its operand. */
interface Reference {
  readonly name: string;
  /** `:-`, `#`, …; `/` and `//` for substitution. */
  readonly modifier: string;
  /** The first operand of a substitution, once it is read. */
  readonly pattern?: string;
}

interface Frame {
  /** The character that ends it; `end` for the whole word. */
  readonly stop: number;
  /** A frame without a reference is the whole word or a double-quoted string. */
  readonly reference?: Reference;
  readonly rawEscapes: boolean;
  text: string;
}

/** What a run of the lexer gives: the text as one, and its words. */
export type LexResult = { readonly ok: true; readonly text: string; readonly words: readonly string[] } | { readonly ok: false; readonly message: string };

/** Reads one word; made anew for each. */
export class Lexer {
  readonly matched = new Set<string>();
  readonly unmatched = new Set<string>();
  private readonly text: string;
  private readonly lookup: Lookup;
  private readonly options: ExpandOptions;
  private readonly escape: number;
  private readonly frames: Frame[] = [];
  private readonly splitter = new WordSplitter();
  private failure: string | undefined;
  private at = 0;

  constructor(word: string, lookup: Lookup, options: ExpandOptions) {
    this.text = wellFormed(word);
    this.lookup = lookup;
    this.options = options;
    this.escape = (options.escape ?? '\\').charCodeAt(0);
  }

  run(): LexResult {
    if (this.text.startsWith('\ufeff')) this.at = 1;
    this.frames.push({ stop: end, rawEscapes: this.options.rawEscapes ?? false, text: '' });
    for (;;) {
      const frame = this.frames.at(-1)!;
      if (this.at >= this.text.length) {
        if (frame.stop === end) return { ok: true, text: frame.text, words: this.splitter.finish() };
        const what = frame.reference ? String.fromCharCode(frame.stop) : 'double-quote';
        this.fail(`unexpected end of statement while looking for matching ${what}`);
      } else if (this.text.charCodeAt(this.at) === frame.stop) this.close(frame);
      else if (frame.stop === doubleQuote) this.quotedStep(frame);
      else this.plainStep(frame);
      if (this.failure !== undefined) return { ok: false, message: this.failure };
    }
  }

  /** Ends the run. At the end of the text the outermost open reference says what it misses instead. */
  private fail(message: string): void {
    const open = this.at >= this.text.length ? this.frames.find((frame) => frame.reference) : undefined;
    if (!open) this.failure = message;
    else this.failure = open.stop === slash ? "syntax error: missing '/' in ${}" : "syntax error: missing '}'";
  }

  /** One element outside double quotes. */
  private plainStep(frame: Frame): void {
    const quotes = !this.options.skipProcessQuotes;
    const c = this.text.charCodeAt(this.at);
    if (c === dollar) this.reference();
    else if (c === lessThan) this.addRaw(frame, this.heredocSign());
    else if (c === singleQuote && quotes) this.singleQuoted(frame);
    else if (c === doubleQuote && quotes) {
      this.at++;
      this.frames.push({ stop: doubleQuote, rawEscapes: frame.rawEscapes, text: this.options.rawQuotes ? '"' : '' });
    } else if (c === this.escape) {
      if (frame.rawEscapes) this.addRaw(frame, String.fromCharCode(c));
      this.at++;
      if (this.at < this.text.length) this.addRaw(frame, this.text[this.at++]!);
    } else this.plainRun(frame, quotes);
  }

  /** Characters that mean nothing, up to one that may. */
  private plainRun(frame: Frame, quotes: boolean): void {
    const from = this.at;
    for (; this.at < this.text.length; this.at++) {
      const c = this.text.charCodeAt(this.at);
      if (c === dollar || c === lessThan || c === this.escape || c === frame.stop) break;
      if (quotes && (c === singleQuote || c === doubleQuote)) break;
    }
    this.add(frame, this.text.slice(from, this.at));
  }

  /** One element inside double quotes. */
  private quotedStep(frame: Frame): void {
    const c = this.text.charCodeAt(this.at);
    if (c === dollar) return this.reference();
    if (c !== this.escape) {
      const from = this.at;
      for (; this.at < this.text.length; this.at++) {
        const d = this.text.charCodeAt(this.at);
        if (d === dollar || d === doubleQuote || d === this.escape) break;
      }
      frame.text += this.text.slice(from, this.at);
      return;
    }
    const sign = this.text[this.at++]!;
    if (frame.rawEscapes) frame.text += sign;
    if (this.at >= this.text.length) return;
    const next = this.text.charCodeAt(this.at);
    const escapes = next === doubleQuote || next === dollar || next === this.escape;
    frame.text += escapes ? this.text[this.at++]! : sign;
  }

  private singleQuoted(frame: Frame): void {
    const close = this.text.indexOf("'", this.at + 1);
    if (close < 0) {
      this.at = this.text.length;
      return this.fail('unexpected end of statement while looking for matching single-quote');
    }
    this.addRaw(frame, this.options.rawQuotes ? this.text.slice(this.at, close + 1) : this.text.slice(this.at + 1, close));
    this.at = close + 1;
  }

  /** `<`, or `<<` with the blanks behind it: they belong to the same word. */
  private heredocSign(): string {
    const from = this.at++;
    if (this.text.charCodeAt(this.at) !== lessThan) return '<';
    this.at++;
    while ('\t\r '.includes(this.text[this.at] ?? 'x')) this.at++;
    return this.text.slice(from, this.at);
  }

  /** A `$`: its value where that is known at once, else a frame for its operand. */
  private reference(): void {
    this.at++;
    if (this.text[this.at] !== '{') {
      const name = this.name();
      if (name === '') return this.addValue('$');
      const current = this.get(name);
      return this.addValue(current ?? (this.options.skipUnsetEnv ? '$' + name : ''));
    }
    this.at++;
    if (this.at >= this.text.length) return this.fail("syntax error: missing '}'");
    if ('{}:'.includes(this.text[this.at]!)) return this.fail('syntax error: bad substitution');
    const name = this.name();
    let modifier = this.character();
    if (modifier === '}') {
      const current = this.get(name);
      return this.addValue(current ?? (this.options.skipUnsetEnv ? '${' + name + '}' : ''));
    }
    if (modifier === '/') {
      if (this.text[this.at] === '/') modifier += this.character();
      return this.open({ name, modifier }, slash, true);
    }
    const second = modifier === ':';
    if (second) modifier += this.character();
    const sign = modifier.at(-1)!;
    const trims = sign === '#' || sign === '%';
    if (second ? trims : !'+-?#%'.includes(modifier)) return this.fail(`unsupported modifier (${modifier}) in substitution`);
    this.open({ name, modifier }, closingBrace, trims);
  }

  private name(): string {
    const from = this.at;
    this.at = nameEnd(this.text, from);
    return this.text.slice(from, this.at);
  }

  /** The next whole character; U+FFFD at the end, as Go writes it. */
  private character(): string {
    const point = this.text.codePointAt(this.at);
    if (point === undefined) return '\ufffd';
    const char = String.fromCodePoint(point);
    this.at += char.length;
    return char;
  }

  private get(name: string): string | undefined {
    const current = this.lookup(name);
    (current === undefined ? this.unmatched : this.matched).add(name);
    return current;
  }

  private open(reference: Reference, stop: number, rawEscapes: boolean): void {
    this.splitter.dropPending();
    this.frames.push({ stop, reference, rawEscapes, text: '' });
  }

  private close(frame: Frame): void {
    this.at++;
    this.frames.pop();
    const { reference, text } = frame;
    if (!reference) this.addRaw(this.frames.at(-1)!, this.options.rawQuotes ? text + '"' : text);
    else if (frame.stop === slash) this.open({ ...reference, pattern: text }, closingBrace, true);
    else this.finishReference(reference, text);
  }

  private finishReference({ name, modifier, pattern }: Reference, operand: string): void {
    const current = this.get(name);
    if (current === undefined && this.options.skipUnsetEnv) {
      const inner = pattern === undefined ? modifier + operand : `/${pattern}/${operand}`;
      return this.addValue('${' + name + inner + '}');
    }
    const outcome: Outcome =
      pattern === undefined
        ? applyModifier(name, modifier, operand, current)
        : substitute(pattern, operand, modifier === '//', current ?? '');
    if (outcome.ok) this.addValue(outcome.value);
    else this.fail(outcome.message);
  }

  /** The value of a reference: outside quotes it is split into words. */
  private addValue(text: string): void {
    const frame = this.frames.at(-1)!;
    if (frame.text.length + text.length > longestValue) this.failure = 'the result is longer than 1 MiB, more than is simulated';
    else if (frame.stop === doubleQuote) frame.text += text;
    else this.add(frame, text);
  }

  private add(frame: Frame, text: string): void {
    frame.text += text;
    if (frame.stop === end) this.splitter.add(text);
  }

  private addRaw(frame: Frame, text: string): void {
    frame.text += text;
    if (frame.stop === end) this.splitter.addRaw(text);
  }
}

/** Whether a word is its own expansion: nothing in it means anything to the lexer. */
export function isPlain(word: string, escape: number): boolean {
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    if (c === dollar || c === doubleQuote || c === singleQuote || c === lessThan || c === escape || c >= 0x80) return false;
  }
  return true;
}
