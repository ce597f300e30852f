// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GO_FILES, filesOf, recordOf, waveStops } from '#lib/views/graph/fixture.ts';
import { drawnFrames, filmOfBuild, framesOf } from './film.ts';

const styles = { graph: readFileSync('src/lib/views/graph/graph.css', 'utf8'), tokens: readFileSync('src/lib/ui/tokens.css', 'utf8') };
const subject = { title: 'Go, build 3', record: waveStops(), files: filesOf([...GO_FILES]), edited: new Set(['README.md']) };
const { film, draw } = filmOfBuild(subject, { theme: 'light', styles, width: 960 });
const frames = framesOf(film, 1);
const svgs = frames.map(draw);
const looksOf = (svg: string) => [...svg.matchAll(/class="ls-stratum ls-([a-z-]+)"/g)].map(([, look]) => look);

describe('the film of a rebuild', () => {
  it('begins with what was before: nothing ran, what will is hatched, no image is there', () => {
    expect(looksOf(svgs[0]!)).toContain('predicted');
    expect(looksOf(svgs[0]!)).not.toContain('rebuilt');
    expect(svgs[0]).toContain('not built yet');
    expect(frames[0]!.delay).toBe(800);
  });

  it('ends with the result, seen for two seconds, with its outcome in words', () => {
    const last = svgs.at(-1)!;
    expect(looksOf(last)).toEqual(looksOf(draw({ delay: 0 })));
    expect(looksOf(last)).toContain('rebuilt');
    expect(looksOf(last)).not.toContain('predicted');
    expect(looksOf(last)).not.toContain('running');
    expect(last).toMatch(/>Build \d+: [^<]*rebuilt/);
    expect(frames.at(-1)!.delay).toBe(2_000);
  });

  it('shows steps that run in between, and says nothing of the outcome before its end', () => {
    const between = svgs.slice(1, -1);
    expect(between.some((svg) => looksOf(svg).includes('running') && svg.includes('class="ls-fill"'))).toBe(true);
    for (const svg of between) expect(svg.replace(/<desc[^]*?<\/desc>/, '')).not.toMatch(/>Build \d+: /);
  });

  it('is well-formed and as large in every frame, and the same each time', () => {
    const parser = new DOMParser();
    const sizes = new Set(svgs.map((svg) => {
      const root = parser.parseFromString(svg, 'image/svg+xml');
      expect(root.querySelector('parsererror')).toBeNull();
      return root.documentElement.getAttribute('viewBox');
    }));
    expect(sizes.size).toBe(1);
    expect(frames.map(draw)).toEqual(svgs);
  });

  it('has fewer frames the faster it is, of the same time between', () => {
    const fast = framesOf(film, 2);
    expect(fast.length).toBeLessThan(frames.length);
    expect(new Set([...frames.slice(1, -1), ...fast.slice(1, -1)].map(({ delay }) => delay))).toEqual(new Set([50]));
    expect(fast.slice(1, -1).every(({ clock }, at) => at === 0 || clock! >= fast[at]!.clock!)).toBe(true);
  });

  it('draws what looks the same once, for as long', () => {
    const drawn = [...drawnFrames(frames, draw)];
    expect(drawn.length).toBeLessThan(frames.length);
    expect(drawn.every(({ svg }, at) => svg !== drawn[at - 1]?.svg)).toBe(true);
    const time = (list: readonly { readonly delay: number }[]) => list.reduce((sum, { delay }) => sum + delay, 0);
    expect(time(drawn)).toBe(time(frames));
    expect(drawn.at(-1)).toMatchObject({ svg: svgs.at(-1), delay: 2_000, done: frames.length });
  });

  it('is none where nothing runs', () => {
    const record = recordOf({ stages: [{ name: 'a', base: 'a', steps: [{ text: 'RUN x', state: 'cached' }] }] });
    expect(framesOf(filmOfBuild({ ...subject, record }, { theme: 'light', styles, width: 960 }).film, 1)).toEqual([]);
  });
});
