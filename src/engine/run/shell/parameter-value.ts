/** What a parameter expansion stands for: a text, the list of positional parameters, or a word to expand in its place. */
import type { ParameterPart, Word } from './ast.ts';
import { Fatal } from './control.ts';
import { evaluateFor, expandPattern, expandText } from './expand.ts';
import type { Host } from './expand.ts';
import { compilePattern, matches, prefixLength } from './glob.ts';
import type { Pattern } from './glob.ts';
import type { ShellState } from './state.ts';

export type ParameterResult = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'list'; readonly list: readonly string[] } | { readonly kind: 'word'; readonly word: Word };

const text = (value: string): ParameterResult => ({ kind: 'text', text: value });

/** Value of a parameter by its name; undefined where it is not set. */
export function valueOf(state: ShellState, name: string): string | undefined {
  if (/^[A-Za-z_]/.test(name)) return state.get(name);
  switch (name) {
    case '?': return String(state.status);
    case '#': return String(state.parameters.length);
    case '$': return String(state.id);
    case '!': return state.background === undefined ? undefined : String(state.background);
    case '-': return state.flags;
    case '0': return state.name;
    default: return state.parameters[Number(name) - 1];
  }
}

export function expandParameter(host: Host, part: ParameterPart): ParameterResult {
  const { state } = host;
  const { name, operator } = part;
  if (operator === 'bad') throw new Fatal(state.dialect === 'dash' ? 'Bad substitution' : 'syntax error: bad substitution');
  const isList = name === '@' || name === '*';
  const value = isList ? (state.parameters.length > 0 ? state.parameters.join(' ') : undefined) : valueOf(state, name);
  if (operator === '-' || operator === '+' || operator === '=' || operator === '?') {
    const missing = value === undefined || (part.colon === true && value === '');
    if (operator === '+') return missing ? text('') : { kind: 'word', word: part.word! };
    if (missing) return substituteMissing(host, part);
  } else if (value === undefined && state.options.u && !isList) throw new Fatal(unset(state, name));
  if (isList && operator === undefined) return { kind: 'list', list: state.parameters };
  if (isList && (operator === '-' || operator === '=' || operator === '?')) return { kind: 'list', list: state.parameters };
  const current = value ?? '';
  switch (operator) {
    case 'length':
      return text(String(isList ? (state.dialect === 'bash' ? state.parameters.length : current.length) : current.length));
    case '%':
    case '%%':
    case '#':
    case '##':
      return text(trim(current, compilePattern(expandPattern(host, part.word!)), operator, state));
    case '/':
    case '//':
      return text(replace(host, current, part));
    case '^':
      return text(current.slice(0, 1).toUpperCase() + current.slice(1));
    case '^^':
      return text(current.toUpperCase());
    case ',':
      return text(current.slice(0, 1).toLowerCase() + current.slice(1));
    case ',,':
      return text(current.toLowerCase());
    case 'substring':
      return text(substring(host, current, part));
    default:
      return text(current);
  }
}

function unset(state: ShellState, name: string): string {
  return state.dialect === 'bash' ? `${name}: unbound variable` : `${name}: parameter not set`;
}

function substituteMissing(host: Host, part: ParameterPart): ParameterResult {
  const { state } = host;
  if (part.operator === '-') return { kind: 'word', word: part.word! };
  if (part.operator === '?') {
    const message = expandText(host, part.word!);
    const usual = part.colon ? (state.dialect === 'bash' ? 'parameter null or not set' : 'parameter not set or null') : 'parameter not set';
    throw new Fatal(`${part.name}: ${message || usual}`);
  }
  if (!/^[A-Za-z_]/.test(part.name)) throw new Fatal(`${part.name}: bad variable name`);
  const value = expandText(host, part.word!);
  if (!state.set(part.name, value)) throw new Fatal(`${part.name}: is read only`);
  return text(value);
}

function trim(value: string, pattern: Pattern, operator: '%' | '%%' | '#' | '##', state: ShellState): string {
  state.process.limits.step(1 + (value.length >> 6));
  const longest = operator.length === 2;
  if (operator[0] === '#') return value.slice(prefixLength(pattern, value, longest) ?? 0);
  const length = prefixLength([...pattern].reverse(), [...value].reverse().join(''), longest) ?? 0;
  return value.slice(0, value.length - length);
}

/** `${x/pattern/replacement}`: the longest match at the first place, or at every place. */
function replace(host: Host, value: string, part: ParameterPart): string {
  const source = expandPattern(host, part.word!);
  const replacement = part.second ? expandText(host, part.second) : '';
  const anchor = source[0] === '#' || source[0] === '%' ? source[0] : undefined;
  const pattern = compilePattern(anchor ? source.slice(1) : source);
  if (pattern.length === 0) return value;
  let result = '';
  for (let from = 0; from <= value.length; ) {
    const to = longestMatch(pattern, value, from, anchor === '%', host.state);
    if (to === undefined) {
      if (anchor === '#') return result + value.slice(from);
      result += value[from] ?? '';
      from++;
      continue;
    }
    result += replacement;
    if (part.operator === '/' || anchor) return result + value.slice(to);
    if (to === from) result += value[from] ?? '';
    from = Math.max(to, from + 1);
    if (from === value.length) break;
  }
  return result;
}

function longestMatch(pattern: Pattern, value: string, from: number, toEnd: boolean, state: ShellState): number | undefined {
  if (toEnd) return matches(pattern, value.slice(from)) ? value.length : undefined;
  const length = prefixLength(pattern, value, true, from);
  state.process.limits.step(1 + ((length ?? 0) >> 6));
  return length === undefined ? undefined : from + length;
}

function substring(host: Host, value: string, part: ParameterPart): string {
  const number = (word: Word) => Number(evaluateFor(host.state, expandText(host, word) || '0'));
  const offset = number(part.word!);
  const from = offset < 0 ? value.length + offset : offset;
  if (from < 0) return '';
  if (!part.second) return value.slice(from);
  const length = number(part.second);
  return length < 0 ? value.slice(from, Math.max(from, value.length + length)) : value.slice(from, from + length);
}
