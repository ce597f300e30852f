/**
 * POSIX regular expressions, basic and extended, as JavaScript's: brackets with classes, `\(…\)`, `\{n,m\}`, back
 * references, `\w`, `\b`, `\<`. Texts are byte strings, so `.` is a byte. Alternatives are tried in order, not longest first.
 */

import { LimitReached } from '../system/limits.ts';

const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9', alpha: 'A-Za-z', blank: ' \\t', cntrl: '\\x00-\\x1f\\x7f', digit: '0-9', graph: '!-~', lower: 'a-z',
  print: ' -~', punct: '!-\\/:-@\\[-`{-~', space: '\\s', upper: 'A-Z', xdigit: '0-9A-Fa-f',
};

/** Characters that a search may look at in the worst case, as far as the pattern's shape tells. */
const MAX_COST = 2e9;

/**
 * The expression itself, where searching the text with it cannot take long. JavaScript's engine tries everything: two
 * loops in each other take 2^n steps, k loops in a row n^k. The run ends where that is too much.
 */
export function bounded(regex: RegExp, text: string): RegExp {
  const shape = regex.source.replace(/\\([wWsSdD1-9])|\[(?:\\.|[^\]\\])*\]/gs, '.').replace(/\\(.)/gs, (_, c: string) => String.fromCharCode(0xe000 + c.charCodeAt(0)));
  const loops = shape.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0;
  const nested = loopsInLoops(shape);
  const cost = nested ? 2 ** Math.min(text.length, 60) : text.length ** Math.min(loops, 4);
  if (cost > MAX_COST) throw new LimitReached('the command was stopped: a regular expression takes more steps than are simulated');
  return regex;
}

/** Whether a repeated group can match the same text in several ways: by a loop within it, two options, or alternatives that begin alike. */
function loopsInLoops(shape: string): boolean {
  const open: { varies: boolean; options: number; firsts: string[] }[] = [{ varies: false, options: 0, firsts: [] }];
  for (let i = 0, starts = true; i < shape.length; i++) {
    const c = shape[i]!;
    const group = open.at(-1)!;
    if (starts && c !== ')') group.firsts.push(c);
    starts = c === '(' || c === '|';
    if (c === '(') {
      open.push({ varies: false, options: 0, firsts: [] });
      i += /^\?(?::|<?[=!])/.exec(shape.slice(i + 1, i + 4))?.[0].length ?? 0;
    } else if (c === ')' && open.length > 1) {
      open.pop();
      const { firsts } = group;
      const varies = group.varies || (firsts.length > 1 && (new Set(firsts).size < firsts.length || firsts.some((first) => '.(|'.includes(first))));
      if (varies && /^(?:[*+]|\{(?!1\}))/.test(shape.slice(i + 1, i + 4))) return true;
      open.at(-1)!.varies ||= varies;
    } else if (/[*+{]/.test(c) || (c === '?' && ++group.options > 1)) group.varies = true;
  }
  return false;
}

/** Compiles a pattern; the message where it is wrong. */
export function compileRegex(source: string, extended: boolean, flags = ''): RegExp | { readonly error: string } {
  const translated = translate(source, extended);
  if (typeof translated !== 'string') return translated;
  try {
    return new RegExp(translated, `s${flags}`);
  } catch {
    return { error: extended ? 'Unmatched ( or \\(' : 'Invalid regular expression' };
  }
}

function translate(source: string, extended: boolean): string | { error: string } {
  let result = '';
  let atStart = true;
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    const starts = atStart;
    atStart = false;
    if (c === '\\') {
      const next = source[++i];
      if (next === undefined) return { error: 'Trailing backslash' };
      const isMeta = '(){}|+?'.includes(next);
      if (isMeta && !extended) {
        if (next === '(') depth++;
        if (next === ')' && --depth < 0) return { error: 'Unmatched ) or \\)' };
        if (next === '{') {
          const end = source.indexOf('\\}', i);
          if (end < 0) return { error: 'Unmatched \\{' };
          result += `{${source.slice(i + 1, end).replace(/^,/, '0,')}}`;
          i = end + 1;
          continue;
        }
        result += next === '}' ? '\\}' : next;
        atStart = next === '(' || next === '|';
      } else if (next === '<') result += '\\b(?=\\w)';
      else if (next === '>') result += '\\b(?<=\\w)';
      else if (next === '`') result += '^';
      else if (next === "'") result += '$';
      else if (/[1-9wWsSbBnt]/.test(next)) result += `\\${next}`;
      else result += escape(next);
      continue;
    }
    if (c === '[') {
      const bracket = readBracket(source, i);
      if (!bracket) return { error: "Unmatched [, [^, [:, [., or [=" };
      result += bracket.text;
      i = bracket.end;
      continue;
    }
    if (c === '*') {
      result += starts && !extended ? '\\*' : starts ? '' : '*';
      continue;
    }
    if (c === '^') {
      result += extended || starts ? '^' : '\\^';
      atStart = true;
      continue;
    }
    if (c === '$') {
      const rest = source.slice(i + 1);
      result += extended || rest === '' || rest.startsWith('\\)') || rest.startsWith('\\|') ? '$' : '\\$';
      continue;
    }
    if (c === '.') {
      result += '.';
      continue;
    }
    if (!extended) {
      result += escape(c);
      continue;
    }
    if (c === '{') {
      const interval = /^\{(\d*)(,?)(\d*)\}/.exec(source.slice(i));
      if (interval && !starts) {
        result += `{${interval[1] || '0'}${interval[2]}${interval[3]}}`;
        i += interval[0].length - 1;
      } else result += '\\{';
    } else if (c === '(' || c === ')' || c === '|' || c === '+' || c === '?') {
      if (c === '(') depth++;
      if (c === ')' && --depth < 0) {
        depth = 0;
        result += '\\)';
        continue;
      }
      result += starts && (c === '+' || c === '?') ? `\\${c}` : c;
      atStart = c === '(' || c === '|';
    } else result += escape(c);
  }
  if (depth > 0) return { error: 'Unmatched ( or \\(' };
  return result.replace(/([*+?}])\*+/g, '$1');
}

function escape(c: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(c) ? `\\${c}` : c === '\n' ? '\\n' : c;
}

function readBracket(source: string, from: number): { text: string; end: number } | undefined {
  let i = from + 1;
  let text = '[';
  if (source[i] === '^') {
    text += '^';
    i++;
  }
  for (let first = true; ; first = false) {
    const c = source[i];
    if (c === undefined) return undefined;
    if (c === ']' && !first) return { text: text === '[^' || text === '[' ? '(?!)' : `${text}]`, end: i };
    const named = /^\[([:.=])(.*?)\1\]/.exec(source.slice(i, i + 20));
    if (named) {
      if (named[1] === ':') {
        const members = CLASSES[named[2]!];
        if (members === undefined) return undefined;
        text += members;
      } else text += bracketEscape(named[2]!);
      i += named[0].length;
      continue;
    }
    text += c === '-' ? (first || source[i + 1] === ']' ? '\\-' : '-') : bracketEscape(c);
    i++;
  }
}

function bracketEscape(c: string): string {
  return /[\\\]^[]/.test(c) ? `\\${c}` : c === '\n' ? '\\n' : c;
}
