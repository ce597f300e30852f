/** Tokens of HCL (`hashicorp/hcl`, hclsyntax). */

/** A word of HCL with its place. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'mark' | 'newline' | 'end';
  readonly text: string;
  /** Pieces of a string: texts, and the sources of `${…}`. */
  readonly parts?: readonly (string | { readonly source: string; readonly line: number; readonly column: number })[];
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** A place where a bake file cannot be read, in HCL's words. */
export class HclFault extends Error {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  constructor(message: string, { line, column, text = ' ' }: { readonly line: number; readonly column: number; readonly text?: string }) {
    super(message);
    this.line = line;
    this.column = column;
    this.length = Math.max(1, text.length);
  }
}

const simple = /(?<blank>[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<newline>\n)|(?<number>\d+(?:\.\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}_-]*)|(?<mark>==|!=|<=|>=|&&|\|\||=>|\.\.\.|[{}()[\]=,:?.+\-*/%!<>])/uy;

/** Takes a text apart. */
export function lexHcl(source: string, from = { line: 1, column: 1 }): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let { line } = from;
  let start = -(from.column - 1);
  const place = () => ({ line, column: at - start + 1 });
  const pass = (text: string): void => {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      line++;
      start = at + i + 1;
    }
    at += text.length;
  };
  while (at < source.length) {
    const where = place();
    const heredoc = /^<<(-?)([A-Za-z_]\w*)\r?\n([\s\S]*?)\n[ \t]*\2(?=\r?\n|$)/.exec(source.slice(at));
    if (heredoc) {
      const [whole, trims, , body = ''] = heredoc;
      const lines = body.split('\n');
      const indent = trims === '-' ? Math.min(...lines.filter((one) => one.trim() !== '').map((one) => one.length - one.trimStart().length)) : 0;
      tokens.push({ kind: 'string', text: whole, parts: [`${lines.map((one) => one.slice(Number.isFinite(indent) ? indent : 0)).join('\n')}\n`], ...where });
      pass(whole);
      continue;
    }
    if (source[at] === '"') {
      const token = quoted(source, at, where);
      tokens.push(token);
      pass(token.text);
      continue;
    }
    simple.lastIndex = at;
    const match = simple.exec(source);
    if (!match?.groups) throw new HclFault('Invalid character; This character is not used within the language.', { ...where, text: source[at] ?? '' });
    const [text] = match;
    const { newline, number, name, mark } = match.groups;
    if (newline !== undefined) tokens.push({ kind: 'newline', text, ...where });
    else if (number !== undefined) tokens.push({ kind: 'number', text, ...where });
    else if (name !== undefined) tokens.push({ kind: 'name', text, ...where });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text, ...where });
    pass(text);
  }
  return [...tokens, { kind: 'end', text: '', ...place() }];
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };

function quoted(source: string, from: number, where: { readonly line: number; readonly column: number }): Token {
  const parts: (string | { readonly source: string; readonly line: number; readonly column: number })[] = [];
  let text = '';
  let at = from + 1;
  for (;;) {
    const character = source[at];
    if (character === undefined || character === '\n') throw new HclFault('Invalid multi-line string; Quoted strings may not be split over multiple lines. To produce a multi-line string, either use the \\n escape to represent a newline character or use the "heredoc" multi-line template syntax.', where);
    if (character === '"') break;
    if (character === '\\') {
      const next = source[at + 1] ?? '';
      text += escapes[next] ?? `\\${next}`;
      at += 2;
    } else if (source.startsWith('$${', at)) {
      text += '${';
      at += 3;
    } else if (source.startsWith('${', at)) {
      let depth = 1;
      let end = at + 2;
      let inText = false;
      for (; end < source.length && depth > 0; end++) {
        const one = source[end];
        if (one === '"' && source[end - 1] !== '\\') inText = !inText;
        if (inText || one === undefined) continue;
        if (one === '{') depth++;
        if (one === '}') depth--;
      }
      if (depth > 0) throw new HclFault('Unclosed template interpolation sequence; There is no closing brace for this interpolation sequence before the end of the file.', where);
      if (text !== '') parts.push(text);
      text = '';
      parts.push({ source: source.slice(at + 2, end - 1), line: where.line, column: where.column + (at + 2 - from) });
      at = end;
    } else {
      text += character;
      at++;
    }
  }
  if (text !== '') parts.push(text);
  return { kind: 'string', text: source.slice(from, at + 1), parts, ...where };
}
