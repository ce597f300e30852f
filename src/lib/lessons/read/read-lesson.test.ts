import { describe, expect, it } from 'vitest';
import type { LessonFiles } from '../lesson.ts';
import { readLesson } from './read-lesson.ts';

const files: LessonFiles = {
  'lesson.md': `---
title: Order
summary: Put steps so that edits are cheap.
level: beginner
minutes: 10
xp: 40
order: 1
tags: [docker]
---

## Theory

Steps are looked up *in order*; \`golang:alpine\` stays prose. See [the guide][1].

| edit | runs |
| --- | --- |
| main.go | all |

[1]: https://docs.docker.com/build/cache/

::look{step="COPY . ."}

::run[docker build -t app:*new* .]

::edit[Edit the README]{file="README.md" build}

::predict{id=readme}

::quiz{id=times}

::exercise{id=a-order}

:::cheatsheet
- \`docker history IMAGE\` \`docker history app\`: what each line added.
- \`COPY --link\`: stands alone.
:::

:::reveal[Why does \`COPY\` matter?]
Because of its **key**.
:::

:::docs
- [Build cache](https://docs.docker.com/build/cache/)
:::
`,
  'scene.yaml': `files:
  Dockerfile: |
    FROM alpine:3.20
    COPY . .
    RUN echo hello > /hello
  README.md: "# hello\\n"
  run.sh: { text: "#!/bin/sh\\n", mode: "755" }
  video.mp4: { size: 5 MB }
  current: { link: releases/1 }
options: { tags: [app] }
`,
  'questions.yaml': `- predict: readme
  says: You edit README.md and build.
  edits: [{ edit: README.md }]
  steps: { "COPY . .": miss }
  beliefs: { "COPY . .": only-code-counts }
  because: The *folder* is its key.
- quiz: times
  question: Which edit reruns \`COPY . .\`?
  options:
    - { text: A newer time, belief: mtime-breaks-cache, says: Times are not in the key. }
    - { text: A new file, right: true }
  proof:
    - { after: [{ touch: "*" }], quiet: true }
`,
  'exercises/a-order.yaml': `title: Order
task: |
  Leave \`RUN\` cached.
start:
  files:
    README.md: null
    new.txt: x
checks:
  - { id: stays, says: The RUN stays cached, after: [{ chmod: { path: run.sh, mode: "600" } }], cached: RUN echo }
hints:
  - { id: any, rungs: [Look, "Move \`COPY\`"] }
solutions:
  - { name: one, files: { Dockerfile: "FROM alpine:3.20\\n" } }
  - { name: two, commands: [docker build .] }
wrong:
  - { name: none, fails: [stays], hint: any, options: { noCache: true } }
`,
};

/** The folder with one text replaced in one file. */
function mangled(file: string, from: string, to: string): LessonFiles {
  const text = files[file] ?? '';
  expect(text).toContain(from);
  return { ...files, [file]: text.replace(from, to) };
}

/** What is wrong, as `file:line:column message`. */
function problems(given: LessonFiles, slug = 'order'): readonly string[] {
  const read = readLesson(slug, given);
  return read.ok ? [] : read.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

describe('a lesson that is right', () => {
  const read = readLesson('order', files);
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
  const { lesson } = read;

  it('has its blocks in the order of the text', () => {
    expect(lesson.blocks).toEqual([
      { kind: 'heading', id: 'theory', text: 'Theory' },
      { kind: 'prose', html: expect.stringMatching(/^<p>Steps are looked up <em>in order<\/em>; <code>golang:alpine<\/code> stays prose\. See <a href="https:\/\/docs\.docker\.com\/build\/cache\/" rel="noreferrer">the guide<\/a>\.<\/p>\n<table>/) },
      { kind: 'look', step: 'COPY . .' },
      { kind: 'run', line: 'docker build -t app:*new* .' },
      { kind: 'edit', label: 'Edit the README', edits: [{ edit: 'README.md' }], build: true },
      { kind: 'predict', prediction: 'readme' },
      { kind: 'quiz', quiz: 'times' },
      { kind: 'exercise', exercise: 'a-order' },
      { kind: 'cheatsheet', rows: [{ code: 'docker history IMAGE', run: 'docker history app', says: 'what each line added.' }, { code: 'COPY --link', says: 'stands alone.' }] },
      { kind: 'reveal', id: 'why-does-copy-matter', question: 'Why does <code>COPY</code> matter?', answer: '<p>Because of its <strong>key</strong>.</p>' },
      { kind: 'docs', links: [{ title: 'Build cache', href: 'https://docs.docker.com/build/cache/' }] },
    ]);
  });

  it('has its scene as a scenario that begins with a build', () => {
    expect(lesson.scene).toMatchObject({
      slug: 'learn/order', title: 'Order', about: 'Put steps so that edits are cheap.', dockerfile: 'Dockerfile', options: { tags: ['app'] }, prologue: [{ type: 'build' }],
      files: { 'README.md': { text: '# hello\n' }, 'run.sh': { mode: 0o755 }, 'video.mp4': { size: 5_000_000 }, current: { target: 'releases/1' } },
    });
  });

  it('lays the start of an exercise over the scene', () => {
    const { start } = lesson.exercises[0]!;
    expect(start).toMatchObject({ slug: 'learn/order/a-order', options: { tags: ['app'] } });
    expect(Object.keys(start.files)).toEqual(['Dockerfile', 'run.sh', 'video.mp4', 'current', 'new.txt']);
  });

  it('has Markdown as HTML and octal text as numbers', () => {
    expect(lesson.exercises[0]).toMatchObject({ task: '<p>Leave <code>RUN</code> cached.</p>', hints: [{ rungs: ['Look', 'Move <code>COPY</code>'] }], checks: [{ after: [{ chmod: { path: 'run.sh', mode: 0o600 } }] }] });
    expect(lesson.predictions[0]?.because).toBe('<p>The <em>folder</em> is its key.</p>');
  });

  it('reads the same with the line ends of Windows', () => {
    expect(readLesson('order', Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`])))).toEqual(read);
  });
});

describe('what is wrong is said with its place', () => {
  it.each([
    ['an unknown key of the front matter', 'lesson.md', 'minutes: 10', 'minuts: 10', ['lesson.md:2:1 `minutes` is missing', 'lesson.md:5:1 unknown key `minuts`; did you mean `minutes`?']],
    ['a level that there is none', 'lesson.md', 'level: beginner', 'level: easy', ['lesson.md:4:8 wants `beginner`, `intermediate` or `advanced`, not `easy`']],
    ['a number where there is text', 'lesson.md', 'title: Order', 'title: 12', ['lesson.md:2:8 wants text, not the number 12: put it in quotes']],
    ['YAML that is broken', 'scene.yaml', 'options: { tags: [app] }', 'options: { tags: [app }', [expect.stringContaining('scene.yaml:10:23 YAML: '), expect.stringContaining('scene.yaml:10:24 YAML: ')]],
    ['an unknown exercise', 'lesson.md', '::exercise{id=a-order}', '::exercise{id=a-ordr}', ['lesson.md:1:1 the exercise `a-order` stands nowhere in the text: `::exercise{id=a-order}` puts it there', 'lesson.md:31:1 there is no exercise `a-ordr`; did you mean `a-order`?']],
    ['an unknown directive', 'lesson.md', '::look{', '::lok{', ['lesson.md:21:1 there is no directive `lok`; did you mean `look`?']],
    ['a directive that is not closed', 'lesson.md', '::predict{id=readme}', '::predict{id=readme', ['lesson.md:1:1 the prediction `readme` stands nowhere in the text: `::predict{id=readme}` puts it there', 'lesson.md:27:1 this line begins as a directive and is none: are its brackets, braces and quotes closed?']],
    ['raw HTML', 'lesson.md', '*in order*', '<b>in order</b>', [expect.stringContaining('lesson.md:13:21 no HTML in a lesson: `<b>`'), expect.stringContaining('lesson.md:13:32 no HTML')]],
    ['a link that is a script', 'lesson.md', '[1]: https://docs.docker.com/build/cache/', '[1]: javascript:alert(1)', [expect.stringContaining('lesson.md:19:1 a link leads to https://…')]],
    ['a path that leaves the context', 'scene.yaml', '  README.md: "# hello\\n"', '  ../README.md: "# hello\\n"', [expect.stringContaining('scene.yaml:6:3 a path goes from the root of the context')]],
    ['a file in a file', 'scene.yaml', '  README.md: "# hello\\n"', '  README.md: "# hello\\n"\n  README.md/a: x', ['scene.yaml:7:3 `README.md` is a file, so `README.md/a` cannot lie in it']],
    ['a mode that is a number', 'scene.yaml', 'mode: "755"', 'mode: 755', ['scene.yaml:7:40 wants text, not the number 755: put it in quotes']],
    ['an unknown key of a check', 'exercises/a-order.yaml', 'cached: RUN echo', 'cachd: RUN echo', ['exercises/a-order.yaml:9:97 unknown key `cachd`; did you mean `cached`?']],
    ['a check that asserts nothing', 'exercises/a-order.yaml', ', cached: RUN echo', '', [expect.stringContaining('exercises/a-order.yaml:9:5 nothing is asserted here')]],
    ['a wrong answer that names no check', 'exercises/a-order.yaml', 'fails: [stays]', 'fails: [stay]', ['exercises/a-order.yaml:16:27 there is no check `stay`; did you mean `stays`?']],
    ['a wrong answer that names no ladder', 'exercises/a-order.yaml', 'hint: any', 'hint: all', ['exercises/a-order.yaml:16:41 there is no ladder `all`; did you mean `any`?']],
    ['one solution', 'exercises/a-order.yaml', '  - { name: two, commands: [docker build .] }\n', '', ['exercises/a-order.yaml:13:3 wants two solutions at least']],
    ['an unknown misconception', 'questions.yaml', 'belief: mtime-breaks-cache', 'belief: mtime-breaks-cach', ['questions.yaml:10:37 there is no misconception `mtime-breaks-cach`; did you mean `mtime-breaks-cache`?']],
    ['a quiz without a right answer', 'questions.yaml', ', right: true', '', ['questions.yaml:10:5 one answer at least has `right: true`']],
    ['two things in one edit', 'questions.yaml', '{ touch: "*" }', '{ touch: "*", build: true }', ['questions.yaml:13:17 one thing happens at a time: `touch` and `build` are two entries of the list']],
    ['a world edit that there is none', 'questions.yaml', '{ edit: README.md }', '{ edti: README.md }', ['questions.yaml:3:13 unknown key `edti`; did you mean `edit`?']],
  ])('%s', (_, file, from, to, expected) => {
    expect(problems(mangled(file, from, to))).toEqual(expected);
  });

  it('says all of it at once', () => {
    expect(problems({ ...mangled('lesson.md', 'level: beginner', 'levl: beginner\nfoo: 1'), 'scene.yaml': 'fils: {}\ntitel: x\n' })).toEqual([
      expect.stringContaining('lesson.md:2:1 `level` is missing'),
      expect.stringContaining('lesson.md:4:1 unknown key `levl`; did you mean `level`?'),
      expect.stringContaining('lesson.md:5:1 unknown key `foo`; known here: '),
      expect.stringContaining('scene.yaml:1:1 unknown key `fils`; did you mean `files`?'),
      expect.stringContaining('scene.yaml:1:1 `files` is missing'),
      expect.stringContaining('scene.yaml:2:1 unknown key `titel`; did you mean `title`?'),
    ]);
  });

  it('says which files are missing, and which are none of a lesson', () => {
    expect(problems({ 'lesson.mdx': '', 'exercises/a.yml': '' })).toEqual([
      'lesson.md:1:1 there is no lesson.md: it holds the front matter and the text',
      'exercises:1:1 a lesson has one exercise at least: exercises/a-first.yaml',
      'exercises/a.yml:1:1 files of a lesson end in `.yaml`',
      expect.stringContaining('lesson.mdx:1:1 there is no file of a lesson `lesson.mdx`; did you mean `lesson.md`?'),
      'scene.yaml:1:1 there is no scene.yaml: it holds the project that the lesson is about',
    ]);
  });

  it('refuses a folder whose name is no slug', () => {
    expect(problems(files, 'My Lesson')).toEqual([expect.stringContaining('not `My Lesson`')]);
    expect(problems(files, 'write')).toEqual([expect.stringContaining('a lesson cannot be called `write`')]);
  });
});
