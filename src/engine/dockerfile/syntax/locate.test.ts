import { expect, it } from 'vitest';
import type { Range } from '../../source/range.ts';
import { locate, type InstructionPlaces } from './locate.ts';
import { parse } from './parse.ts';

const show = (text: string) => {
  const parsed = parse(text);
  const cut = (range: Range | undefined) => range && text.slice(range.from, range.to);
  const places = (at: InstructionPlaces): unknown => ({
    keyword: cut(at.keyword),
    flags: at.flags.map(({ name, value }) => [cut(name), cut(value)]),
    args: at.args.map(cut),
    ...(at.child && { child: places(at.child) }),
  });
  return places(locate(parsed, parsed.nodes[0]!));
};

it.each([
  ['COPY --from=a --link b /c', { keyword: 'COPY', flags: [['--from', 'a'], ['--link', undefined]], args: ['b', '/c'] }],
  ['# x\n FROM a \\\n AS b', { keyword: 'FROM', flags: [], args: ['a', 'AS', 'b'] }],
  ['ENV a=1 b="x y"', { keyword: 'ENV', flags: [], args: ['a', '1', '=', 'b', '"x y"', '='] }],
  ['ENV a b c', { keyword: 'ENV', flags: [], args: ['a', 'b c', undefined] }],
  ['ARG a=1 b', { keyword: 'ARG', flags: [], args: ['a=1', 'b'] }],
  ['CMD [ "a" , "b" ]', { keyword: 'CMD', flags: [], args: ['"a"', '"b"'] }],
  ['HEALTHCHECK CMD a b', { keyword: 'HEALTHCHECK', flags: [], args: ['CMD', 'a b'] }],
  ['RUN a \\\n  b', { keyword: 'RUN', flags: [], args: ['a \\\n  b'] }],
  ['ONBUILD --x USER u', { keyword: 'ONBUILD', flags: [['--x', undefined]], args: [], child: { keyword: 'USER', flags: [], args: ['u'] } }],
])('%j', (text, expected) => expect(show(text)).toEqual(expected));
