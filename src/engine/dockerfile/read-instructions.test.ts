import { describe, expect, it } from 'vitest';
import { readInstructions } from './read-instructions.ts';
import { parse } from './syntax/parse.ts';

const read = (text: string) => readInstructions(parse(text));

describe('stages', () => {
  it('have the commands up to the next FROM; ARGs before the first are apart', () => {
    const result = read('ARG V=1\nFROM a:$V AS one\nRUN x\nUSER u\nFROM one\nCMD ["y"]\n');
    expect(result.ok && result.metaArgs.map((arg) => arg.code)).toEqual(['ARG V=1']);
    expect(result.ok && result.stages.map(({ name, base, commands }) => [name, base, ...commands.map((command) => command.code)])).toEqual([
      ['one', 'a:$V', 'RUN x', 'USER u'],
      ['', 'one', 'CMD ["y"]'],
    ]);
  });

  it('know their source: word as written, text, lines, comments', () => {
    const result = read('FROM a\n# say\nrun echo \\\n  hi\n');
    expect(result.ok && result.stages[0]!.commands[0]).toMatchObject({
      name: 'run',
      code: 'run echo   hi',
      lines: { first: 3, last: 4 },
      range: { from: 13, to: 28 },
      comments: ['say'],
    });
  });
});

describe('errors', () => {
  it.each([
    ['FROM a\nRNU x', 'dockerfile parse error on line 2: unknown instruction: RNU (did you mean RUN?)', 2],
    ['FROM a\n\nCOPY x', 'dockerfile parse error on line 3: COPY requires at least two arguments, but only one was provided. Destination could not be determined', 3],
    ['RUN x', 'no build stage in current context', 1],
    ['FROM a\nENV x', 'ENV must have two arguments', 2],
    ['', 'file with no instructions', 0],
  ])('%j: %s', (text, message, line) => {
    expect(read(text)).toMatchObject({ ok: false, error: { message, severity: 'error', lines: [{ first: line, last: line }] } });
  });

  it.each([
    ['FROM a\nRNU x', 'RNU'],
    ['FROM a\nCOPY --from=b \\\n  --form=x y z', '--form=x'],
    ['FROM a AS 1b', '1b'],
    ['FROM a\nCOPY b', 'COPY b'],
    ['FROM a\nHEALTHCHECK CURL x', 'CURL'],
    ['RUN x', 'RUN'],
  ])('%j: the word is %s', (text, word) => {
    const result = read(text);
    expect(!result.ok && text.slice(result.error.range.from, result.error.range.to)).toBe(word);
  });
});
