import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { plannedPath } from './course.fixture.ts';
import { pathLayout, type PathLayout, type PathLesson } from './path-layout.ts';

const course = plannedPath.filter(({ order }) => order > 0);
const at = (layout: PathLayout, slug: string) => layout.nodes.find((node) => node.slug === slug)!;

/** Crossings of lines that share neither end. */
function crossings({ lines }: PathLayout): number {
  return lines.flatMap((a, index) => lines.slice(index + 1).filter((b) => a.from.rank === b.from.rank && a.from !== b.from && a.to !== b.to && (a.from.lane - b.from.lane) * (a.to.lane - b.to.lane) < 0)).length;
}

describe('the path of the course as a graph', () => {
  it('puts every lesson below all that it needs', () => {
    const layout = pathLayout(course);
    for (const { slug, needs } of course) for (const need of needs) expect(at(layout, slug).rank).toBeGreaterThan(at(layout, need).rank);
    expect([layout.ranks, layout.lanes, layout.nodes.length]).toEqual([5, 5, 14]);
  });

  it('has no crossing lines', () => {
    expect(crossings(pathLayout(course))).toBe(0);
  });

  it('draws no line that others imply', () => {
    const drawn = pathLayout(course).lines.map(({ from, to }) => `${from.slug} ${to.slug}`);
    expect(drawn).toContain('build-context mounts');
    expect(drawn).not.toContain('order-for-cache mounts');
    expect(drawn).not.toContain('multi-stage caches-in-ci');
  });

  it('lets no line arrive on the track on which another leaves its lane', () => {
    const { lines } = pathLayout(course);
    for (const a of lines) {
      for (const b of lines) {
        if (a.from.rank !== b.from.rank || a.from === b.from || a.from.lane !== b.to.lane || b.from.lane === b.to.lane || a.to.lane === a.from.lane) continue;
        expect(a.track, `${a.from.slug} and ${b.from.slug}`).toBeLessThan(b.track);
      }
    }
  });

  it('gives each place to one lesson, whatever the needs are', () => {
    const slugs = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const lessons = fc.array(fc.uniqueArray(fc.constantFrom(...slugs, 'no-such'), { maxLength: 3 }), { maxLength: slugs.length }).map((needs) => needs.map((own, order): PathLesson => ({ slug: slugs[order]!, order, needs: own })));
    fc.assert(
      fc.property(lessons, (some) => {
        const { nodes, lines, lanes } = pathLayout(some);
        expect(nodes.length).toBe(some.length);
        expect(new Set(nodes.map(({ rank, lane }) => `${rank} ${lane}`)).size).toBe(nodes.length);
        expect(nodes.every(({ lane }) => lane < Math.max(1, lanes))).toBe(true);
        expect(lines.every(({ from, to }) => from.rank < to.rank)).toBe(true);
      }),
      { seed: 9, numRuns: 60 },
    );
  });
});
