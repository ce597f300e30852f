/** bash's `[[ … ]]`: words are not split, the right side of `==` is a pattern, `=~` a regular expression. */
import { evaluateTest } from '../tools/test.ts';
import { bounded } from '../tools/regex.ts';
import type { Word } from './ast.ts';
import { expandPattern, expandText, matchesPattern } from './expand.ts';
import type { Interpreter } from './interpreter.ts';

interface Cursor {
  readonly shell: Interpreter;
  readonly words: readonly Word[];
  at: number;
}

/** Exit code of a condition: 0 true, 1 false, 2 where it cannot be read. */
export function evaluateCondition(shell: Interpreter, words: readonly Word[]): number {
  const cursor: Cursor = { shell, words, at: 0 };
  const value = either(cursor);
  return cursor.at < words.length ? 2 : value ? 0 : 1;
}

function literal(word: Word | undefined): string | undefined {
  const [first] = word ?? [];
  return word?.length === 1 && first?.kind === 'text' && !first.quoted ? first.text : undefined;
}

function accept(cursor: Cursor, text: string): boolean {
  if (literal(cursor.words[cursor.at]) !== text) return false;
  cursor.at++;
  return true;
}

function either(cursor: Cursor): boolean {
  let value = both(cursor);
  while (accept(cursor, '||')) {
    const right = both(cursor);
    value ||= right;
  }
  return value;
}

function both(cursor: Cursor): boolean {
  let value = one(cursor);
  while (accept(cursor, '&&')) {
    const right = one(cursor);
    value &&= right;
  }
  return value;
}

function one(cursor: Cursor): boolean {
  if (accept(cursor, '!')) return !one(cursor);
  if (accept(cursor, '(')) {
    const value = either(cursor);
    accept(cursor, ')');
    return value;
  }
  const { shell, words } = cursor;
  const left = words[cursor.at++];
  if (!left) return false;
  const operator = literal(words[cursor.at]);
  const unary = literal(left);
  if (unary !== undefined && /^-[a-zA-Z]$/.test(unary) && words[cursor.at] && !['==', '=', '!='].includes(operator ?? '')) {
    return evaluateTest(shell.state.process, [unary, expandText(shell, words[cursor.at++]!)], 'bash') === true;
  }
  if (operator === undefined || ['&&', '||', ')'].includes(operator)) return expandText(shell, left) !== '';
  const right = words[cursor.at + 1];
  if (!right) return false;
  cursor.at += 2;
  const subject = expandText(shell, left);
  if (operator === '==' || operator === '=' || operator === '!=') return matchesPattern(expandPattern(shell, right), subject) === (operator !== '!=');
  const value = expandText(shell, right);
  if (operator === '<') return subject < value;
  if (operator === '>') return subject > value;
  if (operator !== '=~') return evaluateTest(shell.state.process, [subject, operator, value], 'bash') === true;
  try {
    return bounded(new RegExp(value, 's'), subject).test(subject);
  } catch (fault) {
    if (fault instanceof SyntaxError) return false;
    throw fault;
  }
}
