/** Result codes in any text: each is read, or it is said what is wrong with it and where. No text makes this throw. */
import type { Guess } from '#engine/insight/misconceptions/index.ts';
import type { Message } from '#engine/source/message.ts';
import { BitReader } from './bits.ts';
import { isWhole, mistyped, sumLength } from './check-sum.ts';
import { codeOf, guesses, prefix, width } from './encode.ts';
import { letterOf, symbolOf } from './letters.ts';
import { markBits } from './marks.ts';
import type { ExerciseResult } from './result.ts';

/** What a code says, before it is known which ids its marks mean. */
export interface MarkedResult {
  readonly learner: number;
  readonly lesson: number;
  readonly exercises: readonly MarkedExercise[];
  readonly questions: readonly MarkedQuestion[];
}

export interface MarkedItem {
  /** Among the lesson's exercises or questions as they stood where the code was made. */
  readonly place: number;
  readonly mark: number;
}

export type MarkedExercise = MarkedItem & Omit<ExerciseResult, 'id' | 'checks'> & { readonly checks: readonly boolean[] };
export type MarkedQuestion = MarkedItem & ({ readonly kind: 'predict'; readonly guesses: readonly Guess[] } | { readonly kind: 'quiz'; readonly chosen: readonly number[] });

export type ReadCode =
  /** `code` is the code as it is written, however it was typed. */
  | { readonly ok: true; readonly code: string; readonly result: MarkedResult }
  /** `instead`: the code that it would be with one letter changed. */
  | { readonly ok: false; readonly typed: string; readonly problem: Message; readonly instead?: string };

/** A code in a text, and the offsets between which it stands. */
export type FoundCode = ReadCode & { readonly from: number; readonly to: number };

/** Beginnings of codes: the format's name and a version, not inside a word, with a dash of any kind behind. */
const beginning = /(?<![\p{L}\p{N}])LS(\d{1,3})[ \t]*[-\u00ad\u2010-\u2015\u2212]/giu;

/** Between the letters of a code, as lines are wrapped and quoted: blanks, dashes, quote marks, what nobody sees. */
const between = /[\s\-\u00ad\u2010-\u2015\u2212>\u200b-\u200d\u2060\ufeff]/;

/** Every code of a text, in order. */
export function findCodes(text: string): readonly FoundCode[] {
  const begins = [...text.matchAll(beginning)];
  return begins.map((begin, at) => {
    const from = begin.index;
    const { symbols, to } = lettersAfter(text, from + begin[0].length, begins[at + 1]?.index ?? text.length);
    const typed = text.slice(from, Math.min(to, from + 160)).trim();
    return { ...(Number(begin[1]) === 1 ? read(symbols, typed) : refused(typed, { id: 'teach.code-version', values: { version: Number(begin[1]) } })), from, to };
  });
}

/** The letters of the code that begins here, as many as it says that it has, and where it ends. */
function lettersAfter(text: string, from: number, end: number): { readonly symbols: readonly number[]; readonly to: number } {
  const symbols: number[] = [];
  let to = from;
  for (let at = from; at < end; at++) {
    const symbol = symbolOf(text[at]!);
    if (symbol === undefined && !between.test(text[at]!)) break;
    if (symbol === undefined) continue;
    symbols.push(symbol);
    to = at + 1;
    if (symbols.length === lengthOf(symbols)) break;
  }
  return { symbols, to };
}

/** Symbols of the whole code; undefined before that was read. */
function lengthOf(symbols: readonly number[]): number | undefined {
  const said = new BitReader(symbols.slice(0, 2)).take(width.length);
  return said === undefined ? undefined : said + 2;
}

/** The least that a code has: its length, the learner, the lesson, two counts of items, the sum. */
const least = 2 + 5 + 4 + 2 + sumLength;

const refused = (typed: string, problem: Message): ReadCode => ({ ok: false, typed, problem });

function read(symbols: readonly number[], typed: string): ReadCode {
  const length = lengthOf(symbols);
  if (length === undefined) return refused(typed, { id: 'teach.code-begins-only' });
  if (length >= least && symbols.length < length) return refused(typed, { id: 'teach.code-short', values: { there: symbols.length, all: length } });
  if (!isWhole(prefix, symbols)) {
    const wrong = mistyped(prefix, symbols);
    if (!wrong) return refused(typed, { id: 'teach.code-mangled' });
    const values = { group: Math.floor(wrong.at / 5) + 1, place: (wrong.at % 5) + 1, letter: letterOf(symbols[wrong.at]!) };
    return { ok: false, typed, problem: { id: 'teach.code-letter', values }, instead: codeOf(symbols.with(wrong.at, wrong.symbol)) };
  }
  const result = length < least ? undefined : unpack(new BitReader(symbols.slice(2, -sumLength)));
  return result ? { ok: true, code: codeOf(symbols), result } : refused(typed, { id: 'teach.code-senseless' });
}

/** Undefined where the fields make no sense, which only happens to codes that were made up. */
function unpack(bits: BitReader): MarkedResult | undefined {
  let short = false;
  const take = (width: number): number => {
    const value = bits.take(width);
    if (value === undefined) short = true;
    return value ?? 0;
  };
  const list = <T>(count: number, item: () => T): readonly T[] => Array.from({ length: count }, item);
  const learner = take(width.learner);
  const lesson = take(markBits.lesson);
  const exercises = list(take(width.items), () => {
    const [place, mark] = [take(width.items), take(markBits.item)];
    const checks = list(take(width.checks), () => take(1) === 1);
    const [passed, shown, hints] = [take(1) === 1, take(1) === 1, take(width.hints)];
    return { place, mark, checks, passed, shown, hints, ...(take(1) === 1 && { moves: take(width.moves) }) };
  });
  const questions = list(take(width.items), (): MarkedQuestion | undefined => {
    const quiz = take(1) === 1;
    const [place, mark] = [take(width.items), take(markBits.item)];
    if (quiz) return { place, mark, kind: 'quiz', chosen: list(take(width.options), () => take(1) === 1).flatMap((chosen, at) => (chosen ? [at] : [])) };
    const said = list(take(width.steps), () => guesses[take(width.guess)]);
    return said.every((guess) => guess !== undefined) ? { place, mark, kind: 'predict', guesses: said } : undefined;
  });
  const whole = questions.filter((question) => question !== undefined);
  return short || !bits.ended || whole.length < questions.length ? undefined : { learner, lesson, exercises, questions: whole };
}
