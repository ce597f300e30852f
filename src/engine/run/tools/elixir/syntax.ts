/** Delimiters of Elixir's text: parentheses, and `do` and `fn` with their `end`. Strings, sigils and comments are passed over. */

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

const WORD = /\?\\?[^]|~[a-zA-Z]+(?:"""|'''|[^\w\s])|[a-zA-Z_]\w*[?!]?(?::(?!:))?|[:.@&][a-zA-Z_]\w*[?!]?/y;

/** The compiler's words about the first delimiter without a partner; undefined where all have one. */
export function syntaxError(text: string, path: string): string | undefined {
  const stack: string[] = [];
  const tokens = new Tokens(text);
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    const closer = token === 'do' || token === 'fn' ? 'end' : CLOSERS[token];
    if (closer !== undefined) {
      stack.push(closer);
      continue;
    }
    const open = stack.pop();
    if (open === token) continue;
    const at = `${path}:${tokens.line}:1:`;
    if (open === undefined) return `** (SyntaxError) invalid syntax found on ${at}\n    error: unexpected ${token === 'end' ? 'reserved word' : 'token'}: ${token}\n`;
    return `** (MismatchedDelimiterError) mismatched delimiter found on ${at}\n    error: unexpected ${token === 'end' ? 'reserved word' : 'token'}: ${token}\n`;
  }
  const open = stack.at(-1);
  return open === undefined ? undefined : `** (TokenMissingError) token missing on ${path}:${tokens.line}:1:\n    error: missing terminator: ${open}\n`;
}

/** The delimiters of a text, one after the other. */
class Tokens {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Line of the last delimiter, from 1. */
  get line(): number {
    return this.#text.slice(0, this.#at).split('\n').length;
  }

  next(): string | undefined {
    const text = this.#text;
    while (this.#at < text.length) {
      const c = text[this.#at]!;
      WORD.lastIndex = this.#at;
      const rest = WORD.exec(text)?.[0];
      if (c === '#') this.#at = endOf(text, '\n', this.#at);
      else if (c === '"' || c === "'") this.#at = pastString(text, this.#at);
      else if (rest?.[0] === '~') this.#at = pastSigil(text, this.#at + rest.length, rest);
      else if (rest === undefined) {
        this.#at++;
        if ('()[]{}'.includes(c)) return c;
      } else {
        this.#at += rest.length;
        if (rest === 'do' || rest === 'fn' || rest === 'end') return rest;
      }
    }
    return undefined;
  }
}

function endOf(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + end.length;
}

/** Where a string or heredoc that begins at `from` ends; expressions within it may have strings of their own. */
function pastString(text: string, from: number, depth = 0): number {
  const quote = text[from]!;
  if (text.startsWith(quote.repeat(3), from)) return endOf(text, quote.repeat(3), from + 3);
  let at = from + 1;
  let braces = 0;
  for (; at < text.length; at++) {
    const c = text[at]!;
    if (c === '\\') at++;
    else if (braces === 0 && c === quote) return at + 1;
    else if (c === '#' && text[at + 1] === '{') braces++;
    else if (braces > 0 && c === '}') braces--;
    else if (braces > 0 && c === '"' && depth < 20) at = pastString(text, at, depth + 1) - 1;
  }
  return at;
}

function pastSigil(text: string, from: number, start: string): number {
  const opener = start.replace(/^~[a-zA-Z]+/, '');
  if (opener.length === 3) return endOf(text, opener, from);
  const closer = CLOSERS[opener] ?? opener;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === closer) return at + 1;
  }
  return text.length;
}
