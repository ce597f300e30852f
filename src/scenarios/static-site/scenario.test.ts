import { describe, expect, it } from 'vitest';
import { commit } from '#engine/workspace/series.ts';
import { fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const pages = ['build: COPY --exclude=static . .', 'build: RUN hugo --minify', 'COPY --from=build /site/public /usr/share/nginx/html'];

/** Bytes of the layers of the image that an edit makes new. */
function newBytes(version: 'bad' | 'good', label: string): number {
  const { record } = lastBuild(commit(opened(scenario, version), scenario.edits!.find((edit) => edit.label === label)!, 3));
  const target = record.stages.find((stage) => stage.target)!;
  return record.steps.filter(({ id, state }) => state === 'rebuilt' && target.steps.includes(id)).reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
}

describe('the bad version', () => {
  it('makes the photographs new twice for one sentence', () => {
    expect(rerunBy(scenario, 'bad', 'an article')).toEqual(['COPY . .', 'RUN hugo --minify']);
    expect(newBytes('bad', 'an article')).toBeGreaterThan(155e6);
  });
});

describe('the good version', () => {
  it.each([
    ['an article', pages],
    ['the theme', pages],
    ['the configuration', pages],
    ['a static file', ['COPY static /usr/share/nginx/html', pages[2]]],
  ])('runs after an edit of %s only what it reaches', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('makes less than two megabytes new for an article', () => {
    expect(newBytes('good', 'an article')).toBeLessThan(2e6);
  });

  it('serves the same site without its generator', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    expect([...notSimulated(bad), ...notSimulated(good)]).toEqual([]);
    for (const path of ['posts/brew/index.html', 'film.mp4', 'robots.txt']) expect(fileIn(good, `/usr/share/nginx/html/${path}`)).toMatchObject({ content: (fileIn(bad, `/site/public/${path}`) as { content: unknown }).content });
    expect(megabytes(good)).toBeLessThan(150);
  });
});
