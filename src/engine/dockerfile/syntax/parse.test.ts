import { describe, expect, it } from 'vitest';
import { dump } from './dump.ts';
import { parse } from './parse.ts';

/** The dump, or `error @first-last: message`. */
const read = (text: string) => {
  const parsed = parse(text);
  const { error } = parsed;
  return error ? `error @${error.lines.map(({ first, last }) => `${first}-${last}`).join()}: ${error.message}` : dump(parsed);
};

describe('arguments', () => {
  it.each([
    ['FROM  a\tAS b', '(from "a" "AS" "b")'],
    ['COPY --link "a  b" c', '(copy ["--link"] "\\"a" "b\\"" "c")'],
    ['COPY ["a b", "c"]', '(copy "a b" "c")'],
    ["COPY ['a', 'b']", '(copy "[\'a\'," "\'b\']")'],
    ['RUN  a   b ', '(run "a   b")'],
    ['run ["a", "b"]', '(run "a" "b")'],
    ['CMD []', '(cmd)'],
    ['CMD', '(cmd)'],
    ['ENV a=1 b="x y" c=\\ d', '(env "a" "1" "=" "b" "\\"x y\\"" "=" "c" "\\\\ d" "=")'],
    ['ENV a b  c ', '(env "a" "b  c" "")'],
    ['LABEL a=b=c', '(label "a" "b=c" "=")'],
    ['ARG a b=1', '(arg "a" "b=1")'],
    ['HEALTHCHECK --interval=5s CMD  curl  x', '(healthcheck ["--interval=5s"] "CMD" "curl  x")'],
    ['HEALTHCHECK CMD ["a", "b"]', '(healthcheck "CMD" "a" "b")'],
    ['WORKDIR  /a b', '(workdir "/a b")'],
    ['ONBUILD ONBUILD COPY a b', '(onbuild (onbuild (copy "a" "b")))'],
    ['FOO bar', '(foo "")'],
    ['WOR\u212aDIR /a', '(workdir "/a")'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('flags', () => {
  it.each([
    ['RUN --a="x y" --b=c\\ d e', '(run ["--a=x y" "--b=c d"] "e")'],
    ["RUN --a='x\\'y' z", '(run ["--a=x\'y"] "z")'],
    ['RUN -- --a b', '(run "--a b")'],
    ['RUN --a', '(run ["--a"])'],
    ['RUN --a=é b', '(run ["--a=Ã©"] "b")'],
    ['RUN --a=àb c', '(run ["--a=Ã"] "b c")'],
    ['RUN --a=\u1141 b', '(run ["--a=á"] "\\x81 b")'],
    ['RUN - --a', '(run "- --a")'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('lines', () => {
  it.each([
    ['RUN a \\\n  b', '(run "a   b")'],
    ['RUN a\\  \n\n # c\n b', '(run "a b")'],
    ['RUN a \\\\\nRUN b', '(run "a \\\\\\\\")\n(run "b")'],
    ['RUN a \\', '(run "a")'],
    ['\\\nRUN a', '(run "a")'],
    ['\ufeff  RUN a\r\nUSER b\r\n', '(run "a")\n(user "b")'],
    ['# escape=`\nRUN a `\n b \\\nUSER c', '(run "a  b \\\\")\n(user "c")'],
    ['# a\n# escape=`\nRUN a `\nUSER c', '(run "a `")\n(user "c")'],
    ['\n# escape=`\nRUN a `\nUSER c', '(run "a `")\n(user "c")'],
  ])('%j → %j', (text, expected) => expect(read(text)).toBe(expected));

  it('know where an instruction is', () => {
    const { nodes, text } = parse('\n# about\n#\n# the base\nFROM a \\\n\n  AS b\nRUN <<X\nx\nX\n');
    expect(nodes.map((node) => [node.lines, node.comments, text.slice(node.range.from, node.range.to)])).toEqual([
      [{ first: 5, last: 7 }, ['the base'], 'FROM a \\\n\n  AS b'],
      [{ first: 8, last: 10 }, [], 'RUN <<X\nx\nX'],
    ]);
  });

  it('warn of blank ones in the middle of an instruction', () => {
    const [warning] = parse('RUN a \\\n\n b').warnings;
    expect(warning).toMatchObject({ message: 'Empty continuation line found in: RUN a  b', lines: [{ first: 3, last: 3 }], range: { from: 8, to: 8 } });
  });
});

describe('errors', () => {
  it.each([
    ['error @0-0: file with no instructions', ''],
    ['error @2-2: file with no instructions', '\n# a\n'],
    ['error @2-2: ENV must have two arguments', 'FROM a\nENV b'],
    ['error @1-1: LABEL must have two arguments', 'label b'],
    ['error @1-1: Syntax error - can\'t find = in "\\"c d\\"". Must be of the form: name=value', 'ENV a=b "c d"'],
    ['error @1-2: when using JSON array syntax, arrays must be comprised of strings only', 'RUN \\\n ["a", 1]'],
    ["error @0-0: invalid escape token 'x' does not match ` or \\", '# escape=x\nRUN a'],
    ['error @1-1: only one syntax parser directive can be used', '# syntax=a\n# syntax=b\nRUN a'],
    ['error @2-3: unterminated heredoc', 'RUN a\nRUN <<X\nx\n'],
    ['error @1-1: unterminated heredoc', 'RUN <<A\n' + 'x'.repeat(65536)],
    ['error @1-1: dockerfile line greater than max allowed size of 65535', 'RUN a\nRUN ' + 'x'.repeat(65536)],
    ['error @1-1: dockerfile line greater than max allowed size of 65535', 'RUN a\nRUN ' + 'é'.repeat(32766)],
  ])('%s', (expected, text) => expect(read(text)).toBe(expected));

  it('of a line that just fits do not come', () => {
    expect(parse('RUN ' + 'é'.repeat(32765)).error).toBeUndefined();
    expect(parse('RUN a\nRUN ' + 'x'.repeat(65531) + '\r\n').error?.message).toMatch(/greater than max/);
  });

  it('of a line that is too long come after those of what fits the buffer', () => {
    const long = 'x'.repeat(65536);
    expect(read('RUN a\nRUN \\\n' + long)).toBe('error @3-3: dockerfile line greater than max allowed size of 65535');
    expect(read('RUN a\nRUN \\\nENV ' + long)).toBe('error @3-3: ENV must have two arguments');
  });

  it('of a heredoc are at its instruction, not at the rest of the file', () => {
    expect(parse('FROM a\nRUN <<X\nx\n').error).toMatchObject({ range: { from: 7, to: 14 }, hint: { id: 'editor.hint-heredoc', values: { name: 'X' } } });
  });

  it('do not end the tree', () => {
    const parsed = parse('FROM a\nENV b\nRUN c\nLABEL d\n');
    expect(parsed.nodes.map((node) => node.keyword)).toEqual(['FROM', 'ENV', 'RUN', 'LABEL']);
    expect(parsed.diagnostics.map(({ message, range }) => [message, range])).toEqual([
      ['ENV must have two arguments', { from: 7, to: 12 }],
      ['LABEL must have two arguments', { from: 19, to: 26 }],
    ]);
  });
});

describe('heredocs', () => {
  const first = (text: string) => parse(text).nodes[0]!.heredocs.map(({ name, expand, chomp, content }) => [name, expand, chomp, content]);

  it.each([
    ['RUN <<A\nx\nA\n', [['A', true, false, 'x\n']]],
    ['COPY <<A <<-"B" /\n\tx\nA\n\ty\n\tB', [['A', true, false, '\tx\n'], ['B', false, true, '\ty\n']]],
    ['COPY 3<< A /\nA', [['A', true, false, '']]],
    ["COPY <<'a b' /\nx\na b", [['a b', false, false, 'x\n']]],
    ['ONBUILD RUN <<A\r\nx\r\nA\r\n', [['A', true, false, 'x\r\n']]],
    ['RUN cat<<A', []],
    ['RUN cat <<<A', []],
    ['RUN ["<<A"]', []],
    ['CMD <<A', []],
    ["RUN echo ' <<A", []],
  ])('%j → %j', (text, expected) => expect(first(text)).toEqual(expected));
});
