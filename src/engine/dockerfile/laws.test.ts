/** What holds for any text at all. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dump, expandWord, expandWords, format, locate, parse, readInstructions, tokenKinds, tokens, type ParsedDockerfile } from './index.ts';

vi.setConfig({ testTimeout: 30_000 });

const fragments = [
  ...['FROM ', 'from', 'RUN ', 'COPY ', 'ADD', 'ENV ', 'ARG ', 'ONBUILD ', 'HEALTHCHECK ', 'CMD ', 'LABEL ', 'USER', 'WORKDIR /a', 'AS', 'x y', 'a', 'b', '0'],
  ...['\n', '\n', '\n', '\r\n', '\\\n', '\\ \n', '`\n', '\\', '`', '# ', '#', '# escape=`\n', '# syntax=a b\n', ' ', '\t', '  ', '\r', '\v', '\f'],
  ...['<<EOF', '<<-X', '<<', 'EOF', 'X', 'EOF\n', 'X\n', '"', "'", '["a", "b"]', '[', ']', ',', '"a"', '{', '--from=a', '--link', '--', '-', '=', 'a=b'],
  ...['$', '${a:-b}', '${', '}', '\u00a0', '\u0085', '\ufeff', 'à', '\u3000', 'é', '\u1160', '\ud800', '😀'],
];

/** Texts that are nearly Dockerfiles, and some that are nothing of the kind. */
const text = fc.oneof(
  { weight: 9, arbitrary: fc.array(fc.constantFrom(...fragments), { maxLength: 24 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const runs = { seed: 7, numRuns: 1500 };

/** All that BuildKit knows of a text. */
function reading(parsed: ParsedDockerfile): unknown {
  const { error, nodes, directives, escape } = parsed;
  if (error) return { error: error.message, lines: error.lines };
  const rest = nodes.map(({ heredocs, comments, json }) => ({ heredocs: heredocs.map(({ range: _range, ...heredoc }) => heredoc), comments, json }));
  return { dump: dump(parsed), rest, syntax: directives.syntax?.cmdline, check: directives.check?.cmdline, escape };
}

describe('for any text', () => {
  it('parsing gives a tree, with the places of everything inside the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        const parsed = parse(source);
        readInstructions(parsed);
        expect(parsed.error !== undefined || parsed.nodes.length > 0).toBe(true);
        let end = 0;
        for (const node of parsed.nodes) {
          const places = locate(parsed, node);
          expect(node.range.from).toBeGreaterThanOrEqual(end);
          expect(places.flags.length).toBe(node.flags.length);
          for (const range of [node.range, places.keyword, ...places.flags.map((flag) => flag.range), ...places.args]) {
            if (!range) continue;
            expect(range.from).toBeGreaterThanOrEqual(node.range.from);
            expect(range.to).toBeGreaterThanOrEqual(range.from);
            expect(range.to).toBeLessThanOrEqual(node.range.to);
          }
          end = node.range.to;
        }
        expect(end).toBeLessThanOrEqual(source.length);
      }),
      runs,
    );
  });

  it('every unit is in exactly one token, and of its kind', () => {
    const shapes: Partial<Record<(typeof tokenKinds)[number], RegExp>> = {
      space: /^[\s\u0085]+$/,
      newline: /^(\r*\n|\r+)$/,
      continuation: /^[\\`][ \t]*$/,
      comment: /^#.*$/s,
      directive: /^#.*=.*$/s,
      keyword: /^[^ \t\v\f\r\n]+$/,
      word: /^[^\n]+$/,
      text: /^[^\n]+$/,
    };
    fc.assert(
      fc.property(text, (source) => {
        const { length, kinds, ends } = tokens(parse(source));
        let from = 0;
        for (let i = 0; i < length; i++) {
          const to = ends[i]!;
          expect(to).toBeGreaterThan(from);
          expect(source.slice(from, to)).toMatch(shapes[tokenKinds[kinds[i]!]!] ?? /./s);
          from = to;
        }
        expect(from).toBe(source.length);
      }),
      runs,
    );
  });

  it('formatting changes nothing that BuildKit reads, and twice is once', () => {
    fc.assert(
      fc.property(text, (source) => {
        const formatted = format(source);
        expect(reading(parse(formatted))).toEqual(reading(parse(source)));
        expect(format(formatted)).toBe(formatted);
      }),
      { ...runs, numRuns: 4000 },
    );
  });

  it('expansion ends, and splits nothing where there is nothing to split', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lookup = (name: string) => (name === 'a' ? 'v w' : undefined);
        const one = expandWord(source, lookup);
        const many = expandWords(source, lookup);
        expect(many.ok).toBe(one.ok);
        if (one.ok && many.ok && /^[a-z]*$/.test(source)) expect(many.words.join('')).toBe(one.word);
      }),
      runs,
    );
  });
});

describe('for a text of any size', () => {
  it.each([
    ['continued lines', 'RUN a' + ' \\\n b'.repeat(10000)],
    ['a long line', 'FROM a\nRUN ' + 'x'.repeat(1 << 20)],
    ['open brackets', 'CMD ' + '[\\\n'.repeat(100000)],
    ['triggers of triggers', 'ONBUILD --é \\\n'.repeat(20000) + 'RUN a'],
    ['quotes in quotes', ('ENV a=' + '"\''.repeat(20000) + '\n').repeat(10)],
    ['heredocs that do not end', 'RUN <<A <<B\nB\n'.repeat(10000)],
    ['flags', 'RUN ' + '--a \\\n'.repeat(50000) + 'x'],
    ['pasted prose', 'some text that is no Dockerfile\n'.repeat(50000)],
    ['words', 'COPY ' + 'a \\\n'.repeat(50000) + '/b'],
  ])('%s are read, cut into tokens and laid out', (_title, source) => {
    const parsed = parse(source);
    readInstructions(parsed);
    const list = tokens(parsed);
    expect(list.ends[list.length - 1]).toBe(source.length);
    expect(reading(parse(format(source)))).toEqual(reading(parsed));
  });
});
