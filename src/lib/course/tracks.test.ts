import { expect, it } from 'vitest';
import { lessonCards } from '../../lessons/index.ts';
import { tracks } from './tracks.ts';

it('every way through the course leads through lessons that are there, each once, and nothing comes before what it stands on', () => {
  const cards = new Map(lessonCards.map((card) => [card.slug, card]));
  for (const { id, lessons } of tracks) {
    expect(lessons.filter((slug) => !cards.has(slug)), id).toEqual([]);
    expect(new Set(lessons).size, id).toBe(lessons.length);
    lessons.forEach((slug, at) => {
      const later = cards.get(slug)!.needs.filter((need) => lessons.indexOf(need) > at);
      expect(later, `${id}: ${slug}`).toEqual([]);
    });
  }
});
