import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { execute } from '#engine/docker/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { guide } from '../guide.ts';
import type { LessonFiles } from '../lesson.ts';
import { proveLesson } from '../prove.ts';
import { readLesson } from '../read/read-lesson.ts';
import { starter, starterSlug } from './index.ts';

describe('the lesson to start from', () => {
  it('is read without a problem, and all that it claims is so', () => {
    const read = readLesson(starterSlug, starter);
    if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
    expect(proveLesson(read.lesson, { resolve: resolveImage, execute })).toEqual([]);
  });

  it('is proved wrong where it claims what is not so', () => {
    const text = starter['questions.yaml']!;
    const read = readLesson(starterSlug, { ...starter, 'questions.yaml': text.replace('npm ci: miss', 'npm ci: hit') });
    if (!read.ok) throw new Error('cannot be read');
    expect(proveLesson(read.lesson, { resolve: resolveImage, execute })).toEqual([{ part: 'prediction readme', message: expect.stringContaining('npm ci') }]);
  });
});

describe('the guide to writing a lesson', () => {
  it('has examples that together are a lesson', async () => {
    const guide = await readFile(new URL('../../../lessons/README.md', import.meta.url), 'utf8');
    const examples = [...guide.matchAll(/^## `?([\w./-]+\.(?:md|yaml))`?\n[\s\S]*?^```(?:md|yaml)\n([\s\S]*?)^```$/gm)].map(([, path = '', text = '']) => [path, text] as const);
    expect(examples.map(([path]) => path)).toEqual(['lesson.md', 'scene.yaml', 'questions.yaml', 'exercises/a-reorder.yaml']);
    const files: LessonFiles = Object.fromEntries(examples);
    const read = readLesson('order-for-cache', files);
    expect(read.ok ? [] : read.problems).toEqual([]);
  });

  it('links to nothing that its page does not have', async () => {
    const sections = guide(await readFile(new URL('../../../lessons/README.md', import.meta.url), 'utf8'));
    expect(sections.map(({ id }) => id)).toEqual(['', 'guide-in-ten-minutes', 'guide-lesson-md', 'guide-scene-yaml', 'guide-questions-yaml', 'guide-exercises-a-reorder-yaml', 'guide-proving-it']);
    const links = sections.flatMap(({ html }) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? ''));
    expect(links.filter((href) => !href.startsWith('https:'))).toEqual([]);
  });
});
