import { describe, expect, it } from 'vitest';
import { parseMode } from './symbolic-mode.ts';

const apply = (text: string, mode: number, isDir = false) => parseMode(text)?.(mode, isDir).toString(8);

describe('a symbolic mode', () => {
  it.each([
    ['u+x', 0o644, '744'], ['+x', 0o644, '755'], ['go-w', 0o666, '644'], ['a=rX', 0o640, '444'], ['a=rX', 0o750, '555'], ['u=rwx,go=rx', 0, '755'], ['=', 0o777, '0'],
    ['g=u', 0o640, '660'], ['o+g', 0o750, '755'], ['u-g', 0o750, '250'], ['u+s', 0o755, '4755'], ['g+s', 0o755, '2755'], ['+t', 0o755, '1755'], ['o+s', 0o755, '755'], ['u=g-w', 0o460, '460'],
    ['u+x-w', 0o644, '544'], ['-x', 0o777, '666'], ['a-X', 0o777, '666'], ['755', 0, '755'], ['04755', 0, '4755'],
  ])('%s on %i', (text, mode, expected) => {
    expect(apply(text, mode)).toBe(expected);
  });

  it('takes X for directories, and for files that some may execute already', () => {
    expect([apply('+X', 0o644), apply('+X', 0o644, true), apply('+X', 0o744), apply('u+x,+X', 0o644)]).toEqual(['644', '755', '755', '744']);
  });

  it.each(['', 'u', 'x', 'u+q', 'u+x,', 'u+x;', '888', '17777', 'é=r'])('refuses %j', (text) => {
    expect(parseMode(text)).toBeUndefined();
  });
});
