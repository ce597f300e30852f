/** What follows a `$`: `$name`, `$1`, `$?`, and everything in braces. */
import type { ParameterOperator, ParameterPart, Word } from './ast.ts';
import type { Context, Lexer } from './lexer.ts';

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SPECIAL = '@*#?-$!';

/** Reads a parameter from the character after the `$`; undefined where the `$` stands for itself. */
export function readParameter(lexer: Lexer, context: Context): ParameterPart | undefined {
  const quoted = context.doubleQuoted;
  const c = lexer.peek();
  if (c === '{') {
    lexer.position++;
    return lexer.nested(() => readBraces(lexer, context));
  }
  const name = readName(lexer);
  if (name !== undefined) return { kind: 'parameter', name, quoted };
  if (c !== '' && (SPECIAL.includes(c) || /\d/.test(c))) {
    lexer.position++;
    return { kind: 'parameter', name: c, quoted };
  }
  return undefined;
}

function readName(lexer: Lexer): string | undefined {
  lexer.peek();
  NAME.lastIndex = lexer.position;
  const name = NAME.exec(lexer.source)?.[0];
  if (name !== undefined) lexer.position += name.length;
  return name;
}

function readBraces(lexer: Lexer, context: Context): ParameterPart {
  const quoted = context.doubleQuoted;
  if (lexer.peek() === '#' && lexer.peek(1) !== '}' && !/^#[-?:+=%#/]/.test(lexer.source.slice(lexer.position, lexer.position + 2))) {
    lexer.position++;
    const name = readSubject(lexer);
    if (name !== undefined && lexer.peek() === '}') {
      lexer.position++;
      return { kind: 'parameter', name, quoted, operator: 'length' };
    }
    return bad(lexer, context);
  }
  const name = readSubject(lexer);
  if (name === undefined) return bad(lexer, context);
  const c = lexer.peek();
  if (c === '}') {
    lexer.position++;
    return { kind: 'parameter', name, quoted };
  }
  const operator = readOperator(lexer);
  if (!operator) return bad(lexer, context);
  const pattern = operator.operator === '/' || operator.operator === '//';
  const trims = pattern || operator.operator[0] === '%' || operator.operator[0] === '#';
  const inner: Context = { doubleQuoted: quoted && !trims, brace: true };
  const stop = pattern ? '/' : operator.operator === 'substring' ? ':' : undefined;
  const word: Word = lexer.parts(stop ? { ...inner, stop } : inner);
  let second: Word | undefined;
  if (stop && lexer.source[lexer.position] === stop) {
    lexer.position++;
    second = lexer.parts(inner);
  }
  lexer.position++;
  return { kind: 'parameter', name, quoted, ...operator, word, ...(second && { second }) };
}

function readSubject(lexer: Lexer): string | undefined {
  const name = readName(lexer);
  if (name !== undefined) return name;
  const c = lexer.peek();
  if (/\d/.test(c)) {
    let digits = '';
    while (/\d/.test(lexer.peek())) digits += lexer.source[lexer.position++];
    return digits;
  }
  if (c === '' || !SPECIAL.includes(c)) return undefined;
  lexer.position++;
  return c;
}

function readOperator(lexer: Lexer): { operator: ParameterOperator; colon?: boolean } | undefined {
  const rest = lexer.source.slice(lexer.position, lexer.position + 2);
  const take = (n: number, operator: ParameterOperator, colon?: boolean) => {
    lexer.position += n;
    return colon ? { operator, colon } : { operator };
  };
  if (/^:[-=?+]/.test(rest)) return take(2, rest[1] as ParameterOperator, true);
  if (rest === '%%' || rest === '##') return take(2, rest);
  const c = rest[0] ?? '';
  if ('-=?+%#'.includes(c) && c !== '') return take(1, c as ParameterOperator);
  if (lexer.dialect === 'dash') return undefined;
  if (rest === '//') return take(2, '//');
  if (c === '/') return take(1, '/');
  if (c === ':') return take(1, 'substring');
  if (lexer.dialect === 'bash') {
    if (rest === '^^' || rest === ',,') return take(2, rest);
    if (c === '^' || c === ',') return take(1, c);
  }
  return undefined;
}

/** A bad substitution is no error before it is expanded: everything up to the brace is taken. */
function bad(lexer: Lexer, context: Context): ParameterPart {
  lexer.parts({ doubleQuoted: context.doubleQuoted, brace: true });
  lexer.position++;
  return { kind: 'parameter', name: '', quoted: context.doubleQuoted, operator: 'bad' };
}
