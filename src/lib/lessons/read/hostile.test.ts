import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LessonFiles } from '../lesson.ts';
import { readLesson } from './read-lesson.ts';
import { smallLesson } from './small-lesson.fixture.ts';

/** The messages of a folder with one file instead of the right one. */
function told(file: string, text: string): string {
  const read = readLesson('small', { ...smallLesson, [file]: text });
  if (read.ok) throw new Error('nothing is wrong');
  return read.problems.map((problem) => `${problem.file}:${String(problem.line)} ${problem.message}`).join('\n');
}

function withBody(body: string): string {
  const [, front = ''] = smallLesson['lesson.md']!.split('---\n');
  return `---\n${front}---\n\n${body}\n\n::exercise{id=a-order}\n`;
}

describe('a folder that means harm', () => {
  it('is refused where a file is too large to be read by people', () => {
    expect(told('lesson.md', 'x'.repeat(10_000_000))).toContain('this file has 10,000,000 characters');
  });

  it.each([['lesson.md'], ['scene.yaml']])('is refused where %s is a binary file, or no UTF-8', (file) => {
    expect(told(file, 'PNG\0\0')).toContain(`${file}:1 this is a binary file`);
    expect(told(file, 'title: a\ntitle: caf\uFFFD\n')).toContain(`${file}:2 this is no UTF-8 text`);
  });

  it('is refused where an alias stands inside of what it names', () => {
    expect(told('scene.yaml', 'files: &a\n  Dockerfile: x\n  b: *a\n')).toBe('scene.yaml:3 an alias stands inside of what it names');
  });

  it('is refused where aliases make a bomb', () => {
    const levels = Array.from({ length: 12 }, (_, level) => `k${String(level)}: &k${String(level)} [${Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*k${String(level - 1)}`)).join(', ')}]`);
    expect(told('scene.yaml', `${levels.join('\n')}\n`)).toBe('scene.yaml:1 aliases make too much of this text');
  });

  it.each([['lists in lists', '['.repeat(50_000)], ['mappings in mappings', '{a: '.repeat(30_000)], ['dashes', '- '.repeat(50_000)]])('is refused where YAML is nested without end: %s', (_, text) => {
    expect(told('scene.yaml', text)).toContain('scene.yaml:1 ');
  });

  it.each([['quotes', '> '.repeat(3_000)], ['lists', `${'- '.repeat(3_000)}x`], ['emphasis', `${'*a **a '.repeat(2_000)}`], ['brackets', '['.repeat(20_000)], ['links', '[a]('.repeat(5_000)], ['containers', ':::reveal\n'.repeat(500)]])('is read or refused where Markdown is nested without end: %s', (_, text) => {
    expect(readLesson('small', { ...smallLesson, 'lesson.md': withBody(text) })).toBeDefined();
  });

  it.each([
    ['a script', '<script>alert(1)</script>', 'no HTML in a lesson'],
    ['a script in a line', 'Look <img src=x onerror=alert(1)> here.', 'no HTML in a lesson'],
    ['a script as a link', '[a](javascript:alert(1))', 'a link leads to'],
    ['a script as a link in disguise', '[a](&#106;avascript&colon;alert(1))', 'a link leads to'],
    ['a script as an automatic link', '<javascript:alert(1)>', 'a link leads to'],
    ['data as a link', '[a](data:text/html,x)', 'a link leads to'],
    ['a link without encryption', '[a](http://example.com)', 'a link leads to'],
    ['another site without a scheme', '[a](//example.com)', 'a link leads to'],
    ['another site by backslashes', '[a](/\\\\example.com)', 'a link leads to'],
    ['a picture from elsewhere', '![a](https://example.com/a.png)', 'no pictures in a lesson'],
    ['a script in a list of documents', ':::docs\n- [a](javascript:alert(1))\n:::', 'a link leads to'],
    ['a script in an answer', ':::reveal[Why?]\n<script>x</script>\n:::', 'no HTML in a lesson'],
    ['a script in a question', ':::reveal[Why <b>?]\nx\n:::', 'no HTML in a lesson'],
    ['a script in a cheat sheet', ':::cheatsheet\n- `docker images`: <b>x</b>\n:::', 'no HTML in a lesson'],
  ])('has nothing that runs: %s', (_, body, message) => {
    expect(told('lesson.md', withBody(body))).toContain(message);
  });

  it('has nothing that runs in the Markdown of its YAML', () => {
    const exercise = smallLesson['exercises/a-order.yaml']!;
    expect(told('exercises/a-order.yaml', exercise.replace('task: Leave', 'task: <script>x</script> Leave'))).toContain('exercises/a-order.yaml:2 no HTML in a lesson');
    expect(told('exercises/a-order.yaml', exercise.replace('rungs: [Look', 'rungs: ["[x](javascript:x)"'))).toContain('a link leads to');
  });

  it('cannot reach the prototype of things', () => {
    expect(told('scene.yaml', 'files: { Dockerfile: FROM scratch }\n__proto__: { polluted: 1 }\nconstructor: 1\n')).toContain('unknown key `constructor`');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(told('lesson.md', withBody('::constructor[x]'))).toContain('there is no directive `constructor`');
  });

  it('names at most so many problems as help somebody', () => {
    const read = readLesson('small', { ...smallLesson, 'lesson.md': withBody('<b>\n\n'.repeat(5_000)) });
    expect(!read.ok && read.problems.length).toBeLessThanOrEqual(200);
  });
});

describe('any folder', () => {
  const paths = Object.keys(smallLesson);

  it('is read, or has problems with a place in a text: never an exception', () => {
    const pieces = fc.constantFrom('', '\n', ' ', '-', ':', '{', '}', '[', ']', '"', "'", '|', '&a', '*a', '!!js', '\t', '::', ':::', '`', '<b>', '---\n', 'null', '1', '\0', '#', '%', '@', '?', ', ', '__proto__: 1\n', '<<: *a\n');
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), pieces), { minLength: 1, maxLength: 4 }), (path, cuts) => {
        const text = cuts.reduce((at, [where, away, piece]) => at.slice(0, where * at.length) + piece + at.slice(where * at.length + away), smallLesson[path]!);
        expectWellSaid({ ...smallLesson, [path]: text });
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('may have any text under any name', () => {
    fc.assert(fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...paths), fc.string()), fc.string({ unit: 'binary', maxLength: 200 })), (files) => expectWellSaid(files)), { seed: 9, numRuns: 200 });
  });

  function expectWellSaid(files: LessonFiles): void {
    const read = readLesson('small', files);
    if (read.ok) return void expect(JSON.parse(JSON.stringify(read))).toEqual(read);
    expect(read.problems.length).toBeGreaterThan(0);
    for (const { line, column, message } of read.problems) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(column).toBeGreaterThanOrEqual(1);
      expect(message).not.toBe('');
    }
  }
});
