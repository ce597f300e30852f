import { expect, it } from 'vitest';
import { parse } from './parse.ts';
import { tokenKinds, tokens } from './tokens.ts';

/** `kind:text` of each token but white space and line ends. */
const show = (text: string) => {
  const list = tokens(parse(text));
  const out: string[] = [];
  for (let i = 0, from = 0; i < list.length; from = list.ends[i++]!) {
    const kind = tokenKinds[list.kinds[i]!]!;
    if (kind !== 'space' && kind !== 'newline') out.push(`${kind}:${text.slice(from, list.ends[i])}`);
  }
  return out;
};

it.each([
  ['# syntax=a\n# b\nFROM x AS y', ['directive:# syntax=a', 'comment:# b', 'keyword:FROM', 'word:x', 'word:AS', 'word:y']],
  ['COPY --link --from=a b /c', ['keyword:COPY', 'flag-name:--link', 'flag-name:--from', 'sign:=', 'flag-value:a', 'word:b', 'word:/c']],
  ['RUN -- a b', ['keyword:RUN', 'sign:--', 'text:a b']],
  ['RUN a \\ \n# c\n  b', ['keyword:RUN', 'text:a ', 'continuation:\\ ', 'comment:# c', 'text:  b']],
  ['ENV a=1 b', ['keyword:ENV', 'name:a', 'sign:=', 'value:1', 'name:b']],
  ['ENV a b c', ['keyword:ENV', 'name:a', 'value:b c']],
  ['CMD ["a", "b"]', ['keyword:CMD', 'sign:[', 'word:"a"', 'sign:,', 'word:"b"', 'sign:]']],
  ['ONBUILD RUN a', ['keyword:ONBUILD', 'keyword:RUN', 'text:a']],
  ['RUN <<-A\n\tx\n\tA\nUSER b', ['keyword:RUN', 'text:<<-A', 'heredoc-body:\tx\n', 'heredoc-end:\tA', 'keyword:USER', 'text:b']],
  ['\ufeffFROM a', ['bom:\ufeff', 'keyword:FROM', 'word:a']],
])('%j', (text, expected) => expect(show(text)).toEqual(expected));

it('has the rest behind a line that is too long', () => {
  const long = 'x'.repeat(70000);
  expect(show(`RUN a\n${long}\nRUN b`)).toEqual(['keyword:RUN', 'text:a', `unread:${long}\nRUN b`]);
});
