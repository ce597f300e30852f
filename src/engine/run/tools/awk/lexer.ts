/** An awk program → tokens. */
import { unescape } from '../echo.ts';

export interface Token {
  readonly type: 'number' | 'string' | 'regex' | 'name' | 'call' | 'keyword' | 'operator' | 'newline' | 'end';
  readonly text: string;
}

export class AwkFault extends Error {}

const KEYWORDS = new Set(['BEGIN', 'END', 'break', 'continue', 'delete', 'do', 'else', 'exit', 'for', 'function', 'getline', 'if', 'in', 'next', 'print', 'printf', 'return', 'while']);
const OPERATORS = ['&&', '||', '++', '--', '+=', '-=', '*=', '/=', '%=', '^=', '==', '<=', '>=', '!=', '!~', '>>', '{', '}', '(', ')', '[', ']', ';', ',', '+', '-', '*', '/', '%', '^', '!', '<', '>', '?', ':', '~', '$', '=', '|'];

export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < source.length; ) {
    const rest = source.slice(i, i + 64);
    const c = source[i]!;
    const space = /^(?:[ \t\r]|\\\n|#[^\n]*)+/.exec(source.slice(i));
    if (space) {
      i += space[0].length;
      continue;
    }
    if (c === '\n') {
      tokens.push({ type: 'newline', text: '\n' });
      i++;
      continue;
    }
    const number = /^(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/.exec(rest);
    if (number) {
      tokens.push({ type: 'number', text: number[0] });
      i += number[0].length;
      continue;
    }
    const name = /^[A-Za-z_]\w*/.exec(rest);
    if (name) {
      const text = name[0];
      i += text.length;
      tokens.push({ type: KEYWORDS.has(text) ? 'keyword' : source[i] === '(' ? 'call' : 'name', text });
      continue;
    }
    if (c === '"' || (c === '/' && regexMayStand(tokens.at(-1)))) {
      let j = i + 1;
      let bracket = false;
      for (; j < source.length && (source[j] !== c || bracket) && source[j] !== '\n'; j++) {
        if (source[j] === '\\') j++;
        else if (c === '/' && source[j] === '[') bracket = true;
        else if (c === '/' && source[j] === ']') bracket = false;
      }
      if (source[j] !== c) throw new AwkFault(c === '"' ? 'unterminated string' : 'unterminated regexp');
      const body = source.slice(i + 1, j);
      tokens.push(c === '"' ? { type: 'string', text: unescape(body.replace(/\\(["/])/g, '$1'), true, false).text } : { type: 'regex', text: body.replace(/\\\//g, '/') });
      i = j + 1;
      continue;
    }
    const operator = OPERATORS.find((one) => rest.startsWith(one));
    if (!operator) throw new AwkFault(`unexpected character '${c}'`);
    tokens.push({ type: 'operator', text: operator });
    i += operator.length;
  }
  tokens.push({ type: 'end', text: '' });
  return tokens;
}

function regexMayStand(before: Token | undefined): boolean {
  if (!before) return true;
  if (before.type === 'operator') return before.text !== ')' && before.text !== ']' && before.text !== '$';
  return before.type === 'newline' || before.type === 'keyword';
}
