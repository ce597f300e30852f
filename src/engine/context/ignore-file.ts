/** Reading an ignore file (moby/patternmatcher `ignorefile`), and which of them a build uses (BuildKit `dockerui`). */
import { compilePatterns, get, goClean, goTrim, textOf } from '../fs/index.ts';
import type { Content, DirNode, Matcher } from '../fs/index.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { utf8Length } from '../source/utf8.ts';

/** One pattern of an ignore file. */
export interface IgnorePattern {
  /** Cleaned, with its `!`. */
  readonly pattern: string;
  /** 1-based line it stands on. */
  readonly line: number;
}

export interface IgnoreFile {
  /** Context path of the file. */
  readonly file: string;
  readonly patterns: readonly IgnorePattern[];
  /** Absent where the file cannot be read or a pattern does not compile; `error` says why. */
  readonly matcher?: Matcher;
  /** `message` is BuildKit's. */
  readonly error?: Diagnostic;
}

/** Longer lines than this end Go's scanner. */
const MAX_LINE = 64 * 1024;

interface Line {
  readonly text: string;
  readonly number: number;
  readonly from: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const raw of text.split('\n')) {
    lines.push({ text: raw.endsWith('\r') ? raw.slice(0, -1) : raw, number: lines.length + 1, from });
    from += raw.length + 1;
  }
  return lines;
}

/** The pattern of a line, cleaned as BuildKit cleans it; undefined for comments and empty lines. */
function patternOf(line: Line): string | undefined {
  let text = line.number === 1 && line.text.startsWith('\ufeff') ? line.text.slice(1) : line.text;
  if (text.startsWith('#')) return undefined;
  text = goTrim(text);
  if (text === '') return undefined;
  const exception = text.startsWith('!');
  if (exception) text = goTrim(text.slice(1));
  if (text !== '') {
    text = goClean(text);
    if (text.length > 1 && text.startsWith('/')) text = text.slice(1);
  }
  return (exception ? '!' : '') + text;
}

function failure(file: string, message: string, line: Line | undefined): Diagnostic {
  const { from, text, number } = line ?? { from: 0, text: '', number: 1 };
  return { code: 'ignore', severity: 'error', message, file, range: { from, to: from + text.length }, lines: [{ first: number, last: number }] };
}

/** Reads the text of an ignore file. `file` is only for messages. */
export function readIgnoreFile(text: string, file = '.dockerignore'): IgnoreFile {
  const patterns: IgnorePattern[] = [];
  const lines = linesOf(text);
  for (const line of lines) {
    if (utf8Length(line.text) >= MAX_LINE) return { file, patterns: [], error: failure(file, 'bufio.Scanner: token too long', line) };
    const pattern = patternOf(line);
    if (pattern !== undefined) patterns.push({ pattern, line: line.number });
  }
  const matcher = compilePatterns(patterns.map(({ pattern }) => pattern));
  if ('error' in matcher) return { file, patterns, error: failure(file, matcher.error, lines[(patterns[matcher.index]?.line ?? 1) - 1]) };
  return { file, patterns, matcher };
}

const read = new WeakMap<Content, Map<string, IgnoreFile>>();

function readNode(root: DirNode, path: string): IgnoreFile | undefined {
  const node = get(root, path);
  if (node?.type !== 'file') return undefined;
  let byPath = read.get(node.content);
  if (!byPath) read.set(node.content, (byPath = new Map()));
  let ignore = byPath.get(path);
  if (!ignore) byPath.set(path, (ignore = readIgnoreFile(textOf(node), path)));
  return ignore;
}

/**
 * The ignore file of a build: `<Dockerfile>.dockerignore` beside the Dockerfile, even an empty one, else `.dockerignore` at the
 * root. Undefined where there is neither. The same content gives the same object.
 */
export function findIgnoreFile(root: DirNode, dockerfile: string): IgnoreFile | undefined {
  return readNode(root, `${dockerfile}.dockerignore`) ?? readNode(root, '.dockerignore');
}
