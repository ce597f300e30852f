import { describe, expect, it } from 'vitest';
import type { Block } from '#lib/lessons/lesson.ts';
import { placeInView, sectionsOf } from './sections.ts';

const heading = (id: string): Block => ({ kind: 'heading', id, text: id });
const prose: Block = { kind: 'prose', html: '<p>.</p>' };

describe('the text of a lesson', () => {
  it('is cut at its headlines, and keeps each block’s place', () => {
    const sections = sectionsOf([prose, heading('a'), prose, prose, heading('b')]);
    expect(sections.map((one) => [one.heading?.id, one.blocks.map(({ at }) => at)])).toEqual([
      [undefined, [0]],
      ['a', [2, 3]],
      ['b', []],
    ]);
  });

  it('has no section before a headline that it begins with', () => {
    expect(sectionsOf([heading('a'), prose])).toHaveLength(1);
  });

  it('shows what the last place above the reading line says', () => {
    expect(placeInView([-400, 120, 600], 300)).toBe(1);
    expect(placeInView([310, 600], 300)).toBe(-1);
  });
});
