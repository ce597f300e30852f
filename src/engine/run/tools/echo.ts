import type { Tool } from './tool.ts';

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\' };

/** Text with its backslash sequences read; `stop` where `\c` ends the output. dash knows no `\x`. */
export function unescape(text: string, extended: boolean, octalZero = true): { readonly text: string; readonly stop: boolean } {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    const next = text[i + 1];
    if (c !== '\\' || next === undefined) {
      result += c;
      continue;
    }
    if (next === 'c') return { text: result, stop: true };
    const octal = (octalZero ? /^0[0-7]{0,3}/ : /^[0-7]{1,3}/).exec(text.slice(i + 1, i + 5)) ?? (extended || !octalZero ? null : /^[1-7][0-7]{0,2}/.exec(text.slice(i + 1, i + 4)));
    const hex = extended ? /^x([0-9a-fA-F]{1,2})/.exec(text.slice(i + 1, i + 4)) : null;
    if (octal) {
      result += String.fromCharCode((parseInt(octal[0], 8) || 0) & 255);
      i += octal[0].length;
    } else if (hex) {
      result += String.fromCharCode(parseInt(hex[1]!, 16));
      i += hex[0].length;
    } else if (ESCAPES[next] !== undefined) {
      result += ESCAPES[next];
      i++;
    } else result += c;
  }
  return { text: result, stop: false };
}

/** What `echo` prints: dash's reads backslashes and knows only `-n`; the others take `-n`, `-e` and `-E`. */
export function echoText(args: readonly string[], style: 'dash' | 'bash'): string {
  let newline = true;
  let escapes = style === 'dash';
  let i = 0;
  if (style === 'dash') {
    if (args[0] === '-n') {
      newline = false;
      i = 1;
    }
  } else {
    for (; i < args.length && /^-[neE]+$/.test(args[i]!); i++) {
      for (const letter of args[i]!.slice(1)) {
        if (letter === 'n') newline = false;
        else escapes = letter === 'e';
      }
    }
  }
  const text = args.slice(i).join(' ');
  if (!escapes) return newline ? `${text}\n` : text;
  const result = unescape(text, style !== 'dash');
  return result.text + (newline && !result.stop ? '\n' : '');
}

export const echo: Tool = {
  name: 'echo',
  run(process, args) {
    process.out(echoText(args, 'bash'));
    return 0;
  },
};
