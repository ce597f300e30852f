import { expandWords } from '../expand/expand.ts';

/** What a word like `<<-"EOF"` announces. */
export interface HeredocMarker {
  readonly name: string;
  /** The digits before `<<`; 0 where there are none. */
  readonly fd: number;
  /** No part of the name was quoted. */
  readonly expand: boolean;
  /** Written `<<-`. */
  readonly chomp: boolean;
}

/** `error` is the lexer's text where the name cannot be read. */
type MarkerResult = { readonly marker?: HeredocMarker; readonly error?: string };

const form = /^([0-9]*)<<(-?)[\t\n\f\r ]*([^<]*)$/;
const plainName = /^[A-Za-z0-9_.-]+$/;
/** The largest 64-bit number; Go stops there. */
const maxFd = 2 ** 64;
const unset = () => undefined;
const notOne: MarkerResult = {};

/** `2<<-"EOF"` → its parts; neither marker nor error where the word is no heredoc. BuildKit `parser.ParseHeredoc`. */
function readMarker(word: string): MarkerResult {
  const match = word.includes('<<') ? form.exec(word) : null;
  if (!match || match[3] === '') return notOne;
  const [, digits, dash, rest] = match as unknown as readonly [string, string, string, string];
  const chomp = dash === '-';
  const fd = Math.min(Number(digits), maxFd);
  if (plainName.test(rest)) return { marker: { name: rest, fd, expand: true, chomp } };

  const words = expandWords(rest, unset, { skipUnsetEnv: true });
  if (!words.ok) return { error: words.message };
  if (words.words.length !== 1) return notOne;
  const raw = expandWords(rest, unset, { skipUnsetEnv: true, rawQuotes: true });
  if (!raw.ok) return { error: raw.message };
  if (raw.words.length !== 1) return { error: `internal lexing of heredoc produced inconsistent results: ${rest}` };
  const name = words.words[0]!;
  return { marker: { name, fd, expand: countQuotes(name) === countQuotes(raw.words[0]!), chomp } };
}

/** `readMarker` for a word that may be anything: an error is no marker. BuildKit `parser.MustParseHeredoc`. */
export function parseHeredocMarker(word: string): HeredocMarker | undefined {
  return readMarker(word).marker;
}

function countQuotes(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text[i] === "'" || text[i] === '"') count++;
  return count;
}

/** The markers of a logical line, in order; a line the lexer cannot split has none. BuildKit `heredocsFromLine`. */
export function lineMarkers(line: string): { readonly markers: readonly HeredocMarker[]; readonly error?: string } {
  const split = expandWords(line, unset, { rawQuotes: true, rawEscapes: true, skipUnsetEnv: true });
  const markers: HeredocMarker[] = [];
  for (const word of split.ok ? split.words : []) {
    const { marker, error } = readMarker(word);
    if (error !== undefined) return { markers: [], error };
    if (marker) markers.push(marker);
  }
  return { markers };
}

/** Content of a `<<-` heredoc without the leading tabs of each line. */
export function chompHeredoc(content: string): string {
  return content.replace(/(^|\n)\t+/g, '$1');
}
