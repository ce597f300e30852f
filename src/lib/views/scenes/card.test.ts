import { describe, expect, it } from 'vitest';
import { cardOf, grouped } from './card.ts';

const card = (slug: string, group: string, about = '') => ({ slug, title: slug, about, group });
const cards = [card('flask', 'Python', 'A database in the context'), card('node', 'JavaScript'), card('zebra', 'Zoo'), card('next', 'JavaScript')];

describe('the list of scenes', () => {
  it('stands under headings in their order, by title below each', () => {
    expect(grouped(cards, '').map(({ name, cards: found }) => [name, found.map(({ slug }) => slug)])).toEqual([
      ['JavaScript', ['next', 'node']],
      ['Python', ['flask']],
      ['Zoo', ['zebra']],
    ]);
  });

  it('keeps what has all the words that are looked for', () => {
    expect(grouped(cards, 'data python').flatMap(({ cards: found }) => found.map(({ slug }) => slug))).toEqual(['flask']);
    expect(grouped(cards, 'nothing')).toEqual([]);
  });

  it('puts a scene without a heading where one starts', () => {
    expect(cardOf({ slug: 'a', title: 'A', about: 'b', files: {}, dockerfile: 'Dockerfile', options: {}, begins: 0 })).toEqual({ slug: 'a', title: 'A', about: 'b', group: 'Start here' });
  });
});
