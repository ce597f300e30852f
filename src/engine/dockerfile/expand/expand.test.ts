import { describe, expect, it } from 'vitest';
import { expandWord, expandWords, lookupIn, type ExpandOptions } from './expand.ts';

const env = lookupIn(['v=value', 'e=', 'p=/usr/local/bin:/bin', 's=x y', 'n=a\nb']);
const word = (text: string, options?: ExpandOptions) => {
  const result = expandWord(text, env, options);
  return result.ok ? result.word : result.message.replace(/^failed to process ".*": /s, 'error: ');
};

describe('one word', () => {
  it.each([
    ['plain text', 'plain text'],
    ['$v-$u.', 'value-.'],
    ['${v}s', 'values'],
    ['$', '$'],
    ['$%', '$%'],
    ['$10', ''],
    ["'$v'", '$v'],
    ['"$v"', 'value'],
    ['"a\\"b\\$v\\x"', 'a"b$v\\x'],
    ['\\$v', '$v'],
    ['a\\ b\\', 'a b'],
    ['a << b', 'a << b'],
    ['\ufeffa', 'a'],
  ])('%s → %s', (text, expected) => expect(word(text)).toBe(expected));

  it.each([
    ['${v:-d}${e:-d}${u:-d}', 'valuedd'],
    ['${v-d}${e-d}${u-d}', 'valued'],
    ['${v:+d}${e:+d}${u:+d}', 'd'],
    ['${v+d}${e+d}${u+d}', 'dd'],
    ['${u:-${v:-x}}', 'value'],
    ['${u:-"}"}', '}'],
    ['${v:?}', 'value'],
    ['${u:?}', 'error: u: is not allowed to be unset'],
    ['${e:?}', 'error: e: is not allowed to be empty'],
    ['${u?set $v}', 'error: u: set value'],
  ])('%s → %s', (text, expected) => expect(word(text)).toBe(expected));

  it.each([
    ['${p#*/}', 'usr/local/bin:/bin'],
    ['${p##*/}', 'bin'],
    ['${p%/*}', '/usr/local/bin:'],
    ['${p%%/*}', ''],
    ['${p%%:?bin}', '/usr/local/bin'],
    ['${n#*b}', 'a\nb'],
    ['${p/bin/sbin}', '/usr/local/sbin:/bin'],
    ['${p//bin/sbin}', '/usr/local/sbin:/sbin'],
    ['${p//\\//-}', '-usr-local-bin:-bin'],
    ['${v//[a]/x}', 'value'],
    ['${v//a/<\\$0>}', 'v<\\a>lue'],
    ['${v/a/<\\$0>}', 'v<\\$0>lue'],
    ['${v//a/\\$1x}', 'v\\lue'],
    ['${v////-}', '/-v/-a/-l/-u/-e/-'],
    ['${v#\\x}', "error: invalid pattern (\\x) in substitution: invalid escape '\\x'"],
  ])('%s → %s', (text, expected) => expect(word(text)).toBe(expected));

  it.each([
    ['${', "syntax error: missing '}'"],
    ['${v', 'unsupported modifier (\ufffd) in substitution'],
    ['${v:-a', "syntax error: missing '}'"],
    ['${v:-"a', "syntax error: missing '}'"],
    ['${v/a', "syntax error: missing '/' in ${}"],
    ['${v/a/b', "syntax error: missing '}'"],
    ['${}', 'syntax error: bad substitution'],
    ['${{v}}', 'syntax error: bad substitution'],
    ['${v!}', 'unsupported modifier (!) in substitution'],
    ['${v:#a}', 'unsupported modifier (:#) in substitution'],
    ['${v:=a}', 'unsupported modifier (:=) in substitution'],
    ['"a', 'unexpected end of statement while looking for matching double-quote'],
    ["'a", 'unexpected end of statement while looking for matching single-quote'],
  ])('%s is refused', (text, message) => expect(word(text)).toBe('error: ' + message));

  it('names the whole word in an error', () => {
    const message = 'failed to process "a \\"${u?}": u: is not allowed to be unset';
    expect(expandWord('a "${u?}', env)).toEqual({ ok: false, message, unmatched: new Set(['u']) });
  });

  it.each([
    ['"a" \'b\'', { rawQuotes: true }, '"a" \'b\''],
    ['a\\b', { rawEscapes: true }, 'a\\b'],
    ['"$v"', { skipProcessQuotes: true }, '"value"'],
    ['$u ${u} ${u:-$v} ${u//a/b} $v', { skipUnsetEnv: true }, '$u ${u} ${u:-value} ${u/a/b} value'],
    ['`$v \\$v', { escape: '`' }, '$v \\value'],
  ] satisfies [string, ExpandOptions, string][])('%s with %j → %s', (text, options, expected) => expect(word(text, options)).toBe(expected));

  it('tells which names were found and which were not, used or not', () => {
    const result = expandWord('$v ${e:-$a} ${b:+$c} $v', env);
    expect(result.ok && [[...result.matched].sort(), [...result.unmatched].sort()]).toEqual([['e', 'v'], ['a', 'b', 'c']]);
  });
});

describe('several words', () => {
  it.each([
    ['a  b', ['a', 'b']],
    ['$s', ['x', 'y']],
    ['"$s" \'c d\' e\\ f', ['x y', 'c d', 'e f']],
    ['"" a', ['a']],
    ['a<< \tEOF b', ['a<< \tEOF', 'b']],
    ['a${u:-b c}', ['b', 'c']],
  ])('%s → %j', (text, words) => expect(expandWords(text, env)).toEqual({ ok: true, words }));
});

describe('depth', () => {
  it('costs no stack', () => {
    const depth = 100000;
    expect(word('${u:-'.repeat(depth) + 'x' + '}'.repeat(depth))).toBe('x');
    expect(word('${u:-"'.repeat(depth))).toBe("error: syntax error: missing '}'");
  });

  it('ends where values grow out of values', () => {
    const long = 'x'.repeat(1 << 19);
    const grown = (text: string) => expandWord(text, (name) => (name === 'A' ? long : undefined));
    expect(grown('$A').ok).toBe(true);
    for (const text of ['$A$A$A', '"$A$A$A"', '${A//x/$A}']) expect(grown(text)).toMatchObject({ ok: false, message: expect.stringMatching(/: the result is longer than 1 MiB, more than is simulated$/) as string });
  });
});
