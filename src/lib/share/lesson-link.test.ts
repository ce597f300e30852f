import { describe, expect, it } from 'vitest';
import golden from './golden-links.json' with { type: 'json' };
import { lessonLink } from './lesson-link.ts';
import { writeLink } from './scene-link.ts';

const link = `#${golden.find(({ says }) => says.includes('lesson'))!.link}`;

describe('a link to a lesson’s bench', () => {
  it('names the workspace that it is for', () => {
    expect(lessonLink(link, 'order-for-cache', ['a-reorder'])).toMatchObject({ kind: 'bench', slug: 'learn/order-for-cache/a-reorder' });
    expect(lessonLink(`#${writeLink({ scenario: 'learn/mounts', actions: [], view: 'timeline' })}`, 'mounts', [])).toMatchObject({ kind: 'bench', slug: 'learn/mounts', looking: { view: 'timeline' } });
  });

  it('leads elsewhere where it is of another lesson, or of no lesson', () => {
    expect(lessonLink(link, 'mounts', ['a-reorder'])).toEqual({ kind: 'elsewhere', scenario: 'learn/order-for-cache/a-reorder' });
    expect(lessonLink(link, 'order-for', [])).toMatchObject({ kind: 'elsewhere' });
    expect(lessonLink(`#${golden[1]!.link}`, 'mounts', [])).toMatchObject({ kind: 'elsewhere', scenario: 'go-two-stages' });
  });

  it('is refused where the lesson has no such exercise, or it cannot be read', () => {
    expect(lessonLink(link, 'order-for-cache', [])).toEqual({ kind: 'problem', problem: 'not-a-scene' });
    expect(lessonLink('#ls1.AAAA', 'mounts', [])).toEqual({ kind: 'problem', problem: 'broken' });
    expect(lessonLink('#bench', 'mounts', [])).toBeUndefined();
  });
});
