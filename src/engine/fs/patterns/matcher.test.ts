import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goMatcher, hasWildcard } from './go-match.ts';
import { compileGoRegexp } from './go-regexp.ts';
import { compilePatterns } from './matcher.ts';
import { goClean } from './pattern.ts';
import type { Matcher, ParentMatches } from './matcher.ts';

const matcher = (...patterns: string[]): Matcher => {
  const compiled = compilePatterns(patterns);
  if ('error' in compiled) throw new Error(compiled.error);
  return compiled;
};

describe("Go's path.Match", () => {
  // Cases of Go's `path/match_test.go`.
  it.each([
    ['abc', 'abc', true], ['*', 'abc', true], ['*c', 'abc', true], ['a*', 'ab/c', false], ['a*/b', 'abc/b', true], ['a*/b', 'a/c/b', false],
    ['a*b*c*d*e*/f', 'axbxcxdxe/f', true], ['a*b*c*d*e*/f', 'axbxcxdxexxx/fff', false], ['a*b?c*x', 'abxbbxdbxebxczzx', true],
    ['a*b?c*x', 'abxbbxdbxebxczzy', false], ['ab[c]', 'abc', true], ['ab[b-d]', 'abc', true], ['ab[e-g]', 'abc', false], ['ab[^c]', 'abc', false],
    ['ab[^e-g]', 'abc', true], ['a\\*b', 'a*b', true], ['a\\*b', 'ab', false], ['a?b', 'a☺b', true], ['a[^a]b', 'a☺b', true], ['a???b', 'a☺b', false],
    ['[a-ζ]*', 'α', true], ['*[a-ζ]', 'A', false], ['a?b', 'a/b', false], ['[\\]a]', ']', true], ['[\\-]', '-', true], ['[x\\-]', 'z', false],
    ['[]a]', ']', undefined], ['[-]', '-', undefined], ['[x-]', 'x', undefined], ['[a-b-c]', 'a', undefined], ['[', 'a', undefined], ['a[', 'ab', undefined], ['\\', 'a', undefined], ['*x', 'xxx', true],
  ])('%s on %s is %s', (pattern, name, expected) => {
    expect(goMatcher(pattern)(name)).toBe(expected);
  });

  it('is linear enough for hostile patterns', () => {
    expect(goMatcher('*a'.repeat(50) + 'b')('a'.repeat(500))).toBe(false);
  });

  it('says which names hold a wildcard', () => {
    expect(['a*', 'a?', '[a', 'a\\*', 'a\\\\*', 'a]'].map(hasWildcard)).toEqual([true, true, true, false, true, false]);
  });
});

describe("Go's regular expressions, as far as patterns reach", () => {
  it.each([
    ['^a|b$', ['ab', 'cb', 'c'], [true, true, false]], ['^a{2}$', ['aa', 'a'], [true, false]], ['^a{2,}$', ['aaa', 'a'], [true, false]], ['^a{,2}$', ['a{,2}', 'aa'], [true, false]],
    ['^[[:digit:]x]$', ['7', 'x', 'd'], [true, true, false]], ['^[^[:^digit:]]$', ['7', 'x'], [true, false]], ['^[]a]$', [']', 'a', 'b'], [true, true, false]], ['^\\Qa.b\\E$', ['a.b', 'axb'], [true, false]],
    ['^\\pL\\d$', ['é1', '11'], [true, false]], ['^\\x41\\101\\t$', ['AA\t', 'A'], [true, false]], ['^[\\W]$', ['é', 'a'], [true, false]], ['^(.*/)?a$', ['a', 'x/y/a', 'xa'], [true, true, false]], ['^\\bfoo$', ['foo'], [true]], ['^{2}a$', ['a'], [true]],
  ])('%s', (source, names, expected) => {
    const run = compileGoRegexp(source)!;
    expect(names.map(run)).toEqual(expected);
  });

  it.each(['^a{2}{3}$', '^|{2}$', '^[^/]*{2}$', '^a{1001}$', '^a{3,2}$', '^\\8$', '^\\y$', '^[b-a]$', '^[[:what:]]$', '^[a$', '^\\p{Nonsense}$', '^\\C$'])('%s is refused', (source) => {
    expect(compileGoRegexp(source)).toBeUndefined();
  });

  it.each([['*a'.repeat(20_000) + 'b', 'a'.repeat(250)], ['**/a'.repeat(2000) + 'b', 'a/'.repeat(200)], ['[^b]*[^b]*[^b]*b', 'a'.repeat(4000)], ['[a]{1,1000}*b', 'a'.repeat(4000)]])(
    'ends soon on hostile patterns: %.12s…',
    (pattern, name) => {
      expect(matcher(pattern).matches(name)).toBe(false);
    },
  );

  it('gives by simulation what the platform gives', () => {
    const part = fc.constantFrom('[^/]*', '(.*/)?', 'a', '[ab]', '[^/]', '/', '.*', 'b{1,2}', '\\.');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), fc.array(part, { maxLength: 3 }), fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 8 }), (left, right, chars) => {
        const text = chars.join('');
        const source = `^${left.join('')}${right.join('')}$`;
        // Enough empty loops at the end make the same expression run by simulation.
        const simulated = compileGoRegexp(`^${left.join('')}${right.join('')}${'x*'.repeat(4)}$`)!;
        expect(simulated(text)).toBe(new RegExp(source, 'u').test(text));
      }),
      { seed: 1, numRuns: 400 },
    );
  });
});

describe('lists of patterns', () => {
  // Cases of moby/patternmatcher's tests.
  it.each([
    [['**'], 'file', true], [['**/'], 'file', true], [['**/**'], 'dir/file', true], [['dir/**'], 'dir/file', true], [['dir/**'], 'dir', false],
    [['**/dir'], 'dir/file', true], [['**/dir2/*'], 'dir/dir2/dir3/file', true], [['**/dir2/**'], 'dir/dir2/dir3/file', true], [['**/file'], 'dir/dir/file', true], [['**/file*txt'], 'dir/dir/file.txt', true],
    [['a**/*.txt'], 'a/dir/file.txt', true], [['a[b-d]e'], 'ace', true], [['a[^b-d]e'], 'aze', true], [['abc.def'], 'abcZdef', false], [['abc?def'], 'abcZdef', true], [['a\\\\'], 'a\\', true],
    [['**/foo/bar'], 'foo/bar', true], [['abc/**'], 'abc', false], [['**/.foo'], 'bar/.foo', true], [['a(b)c/def'], 'a(b)c/def', true], [['a.|)$(}+{bc'], 'a.|)$(}+{bc', true],
    [['*', '!docs'], 'docs/a', false], [['docs', '!docs/README.md'], 'docs/README.md', false], [['docs', '!docs/README.md', '*.md'], 'README.md', true], [['!a'], 'a', false],
  ])('%j: %s is %s', (patterns, path, expected) => {
    expect(matcher(...patterns).matches(path)).toBe(expected);
  });

  it('that are wrong are refused in Go’s words', () => {
    expect(compilePatterns(['ok', '[a'])).toEqual({ error: 'syntax error in pattern', index: 1 });
    expect(compilePatterns([' ! '])).toEqual({ error: 'illegal exclusion pattern: "!"', index: 0 });
    expect(matcher('a{2}{3}*').tryMatch('x')).toBeUndefined();
  });

  it('in a walk agree with the same on whole paths, where no pattern brings anything back', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const pattern = fc.array(fc.constantFrom('a', 'b', '*', '**', '?'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 4 }), fc.array(name, { minLength: 1, maxLength: 4 }), (patterns, names) => {
        const list = matcher(...patterns);
        let parent: ParentMatches | undefined;
        let walked = false;
        names.forEach((_, i) => {
          const result = list.matchBelow(names.slice(0, i + 1).join('/'), parent);
          parent = result.matches;
          walked = result.matched;
        });
        expect(walked).toBe(list.matches(names.join('/')));
      }),
      { seed: 2, numRuns: 400 },
    );
  });

  it('are cleaned as Go cleans paths', () => {
    expect(['a/../b', './a/', '/a/..', '', '../a', 'a//b', '/../a'].map(goClean)).toEqual(['b', 'a', '/', '.', '../a', 'a/b', '/a']);
  });
});
