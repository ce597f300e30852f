/** The words of a Go template (`text/template/parse/lex.go`). */

/** A word of an action with its offset. */
export type Word =
  | { readonly kind: 'field' | 'variable' | 'name' | 'string' | 'number' | 'mark'; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly text: ''; readonly at: number };

/** Text outside of braces, or the words of an action. `at`: offset in the template. */
export type Part = { readonly text: string } | { readonly words: readonly Word[]; readonly at: number };

/** A template that cannot be read, in Go's words without the place. */
export class TemplateFault extends Error {}

const word = /\s*(?:("(?:\\.|[^"\\\n])*"|`[^`]*`)|('(?:\\.|[^'\\])+')|([-+]?(?:0x[\da-fA-F_]+|\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?))(?![\w.])|((?:\.[A-Za-z_]\w*)+|\.)|(\$\w*(?:\.[A-Za-z_]\w*)*)|([A-Za-z_]\w*)|(:=|[(),|=]))/y;

/** Takes a template apart; trim marks (`{{- -}}`) and comments are done with. */
export function lex(template: string): readonly Part[] {
  const parts: Part[] = [];
  let position = 0;
  let trim = false;
  const push = (text: string) => {
    if (text !== '') parts.push({ text });
  };
  for (;;) {
    const open = template.indexOf('{{', position);
    let text = template.slice(position, open < 0 ? undefined : open);
    if (trim) text = text.trimStart();
    if (open < 0) {
      push(text);
      return parts;
    }
    let start = open + 2;
    if (/^-\s/.test(template.slice(start, start + 2))) {
      text = text.trimEnd();
      start++;
    }
    push(text);
    const comment = /^\s*\/\*[\s\S]*?\*\/\s*?(\s-)?\}\}/.exec(template.slice(start));
    if (comment) {
      trim = comment[1] !== undefined;
      position = start + comment[0].length;
      continue;
    }
    const { words, end, trims } = action(template, start);
    parts.push({ words, at: open });
    trim = trims;
    position = end;
  }
}

function action(template: string, start: number): { readonly words: readonly Word[]; readonly end: number; readonly trims: boolean } {
  const words: Word[] = [];
  let depth = 0;
  word.lastIndex = start;
  for (;;) {
    const from = word.lastIndex;
    const close = /^(\s+-|\s*)\}\}/.exec(template.slice(from));
    if (close) {
      if (depth > 0) throw new TemplateFault('unclosed left paren');
      words.push({ kind: 'end', text: '', at: from });
      return { words, end: from + close[0].length, trims: close[1]?.endsWith('-') ?? false };
    }
    const match = word.exec(template);
    if (!match) {
      const left = template.slice(from).trimStart();
      if (left === '') throw new TemplateFault('unclosed action');
      if (left.startsWith('"')) throw new TemplateFault('unterminated quoted string');
      if (left.startsWith('`')) throw new TemplateFault('unterminated raw quoted string');
      throw new TemplateFault(`unexpected ${JSON.stringify(left[0])} in command`);
    }
    const [whole, text, character, number, field, variable, name, mark] = match;
    const at = from + (whole.length - whole.trimStart().length);
    if (text !== undefined) words.push({ kind: 'string', text: text.startsWith('`') ? text.slice(1, -1) : unquoted(text), at });
    else if (character !== undefined) words.push({ kind: 'number', text: String(unquoted(`"${character.slice(1, -1)}"`).codePointAt(0) ?? 0), at });
    else if (number !== undefined) words.push({ kind: 'number', text: number.replaceAll('_', ''), at });
    else if (field !== undefined) words.push({ kind: 'field', text: field, at });
    else if (variable !== undefined) words.push({ kind: 'variable', text: variable, at });
    else if (name !== undefined) words.push({ kind: 'name', text: name, at });
    else {
      if (mark === '(') depth++;
      if (mark === ')' && --depth < 0) throw new TemplateFault('unexpected right paren');
      words.push({ kind: 'mark', text: mark ?? '', at });
    }
  }
}

function unquoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', '\\': '\\', '"': '"', "'": "'" };
  return text.slice(1, -1).replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([\s\S]))/g, (_, two?: string, four?: string, one?: string) => (one === undefined ? String.fromCharCode(parseInt(two ?? four ?? '', 16)) : (escapes[one] ?? one)));
}
