import { describe, expect, it } from 'vitest';
import { format } from './format.ts';

describe('the formatter', () => {
  it.each([
    ['one case for all words', 'from a\nrun b\nCOPY c d', 'from a\nrun b\ncopy c d\n'],
    ['upper case where most have it', 'FROM a\nRUN b\ncopy c d', 'FROM a\nRUN b\nCOPY c d\n'],
    ['words of triggers', 'FROM a\nRUN b\nONBUILD run c', 'FROM a\nRUN b\nONBUILD RUN c\n'],
    ['one space between words', '  COPY   --link\ta    b  ', 'COPY --link a b\n'],
    ['JSON', 'CMD ["a","b" , "c"]', 'CMD ["a", "b", "c"]\n'],
    ['continued words', 'ENV a=1\\\n b=2 \\  \n\n\n  c=3', 'ENV a=1 \\\n    b=2 \\\n    c=3\n'],
    ['comments in between', 'ENV a=1 \\\n  # why  \n  b=2', 'ENV a=1 \\\n  # why\n    b=2\n'],
    ['command text', 'RUN   a   &&  \\\n      b   ', 'RUN a   &&  \\\n      b\n'],
    ['blank continuation lines', 'RUN a && \\\n\n  b', 'RUN a && \\\n  b\n'],
    ['quoted words', 'ENV a="x   y"   b', 'ENV a="x   y"   b'],
    ['heredocs', 'RUN  <<A\n  x  \n\n\n\nA\n\n\n\nRUN b', 'RUN <<A\n  x  \n\n\n\nA\n\nRUN b\n'],
    ['blank lines', '\n\n\nFROM a\n\n\n\nRUN b\n\n\n', 'FROM a\n\nRUN b\n'],
    ['a blank line above a stage and its comments', 'FROM a\nRUN b\n# c\nFROM d', 'FROM a\nRUN b\n\n# c\nFROM d\n'],
    ['Windows line ends', 'FROM  a\r\nRUN b\r\n', 'FROM a\r\nRUN b\r\n'],
    ['a comment that must not become a directive', '\n# escape=`\nFROM a', '\n# escape=`\nFROM a\n'],
    ['escaped blanks', 'LABEL a\\  b=c', 'LABEL a\\  b=c\n'],
    ['what cannot be parsed', 'FROM   a\nENV  b', 'FROM   a\nENV  b'],
  ])('%s', (_title, text, expected) => expect(format(text)).toBe(expected));
});
