import { findPattern, readPattern, replaceAll, reverse, reversePattern, trimPrefix } from './pattern.ts';

/** A value, or the text of an error. */
export type Outcome = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string };

const value = (text: string): Outcome => ({ ok: true, value: text });
const failure = (message: string): Outcome => ({ ok: false, message });

/** `${name:-operand}` and its kin, the operand already expanded. `current` is `undefined` where the variable is not set. */
export function applyModifier(name: string, modifier: string, operand: string, current: string | undefined): Outcome {
  const orEmpty = modifier.startsWith(':');
  const missing = current === undefined || (orEmpty && current === '');
  switch (orEmpty ? modifier.slice(1) : modifier) {
    case '-':
      return value(missing ? operand : current);
    case '+':
      return value(missing ? '' : operand);
    case '?':
      if (!missing) return value(current);
      return failure(`${name}: ${operand || `is not allowed to be ${current === undefined ? 'unset' : 'empty'}`}`);
    case '#':
    case '%':
      return trim(modifier === '%' ? '%' : '#', operand, current ?? '');
    default:
      return failure(`unsupported modifier (${modifier}) in substitution`);
  }
}

/** `${v#p}`, `${v##p}`, `${v%p}`, `${v%%p}`; the second sign is the first character of the operand. */
function trim(side: '#' | '%', operand: string, current: string): Outcome {
  const greedy = operand.startsWith(side);
  const text = greedy ? operand.slice(1) : operand;
  const shown = side === '#' ? text : reversePattern(text);
  const read = readPattern(shown);
  if (!read.ok) return failure(`invalid pattern (${shown}) in substitution: ${read.message}`);
  if (side === '#') return value(trimPrefix(read.pattern, current, greedy));
  return value(reverse(trimPrefix(read.pattern, reverse(current), greedy)));
}

/** `${v/p/r}` (first match, text taken literally) and `${v//p/r}` (all matches, Go's template rules). */
export function substitute(pattern: string, replacement: string, all: boolean, current: string): Outcome {
  const read = readPattern(pattern);
  if (!read.ok) return failure(`invalid pattern (${pattern}) in substitution: ${read.message}`);
  if (all) return value(replaceAll(read.pattern, current, replacement));
  const match = findPattern(read.pattern, current, 0, true, false);
  return value(match ? current.slice(0, match[0]) + replacement + current.slice(match[1]) : current);
}
