import { describe, expect, it } from 'vitest';
import { deck } from '#engine/insight/misconceptions/index.ts';
import { topics } from './topics.ts';

describe('the page of misconceptions', () => {
  it('has every card of the deck once', () => {
    expect(topics.flatMap(({ cards }) => cards).sort()).toEqual(deck.map(({ id }) => id).sort());
  });

  it('has anchors that differ', () => {
    const anchors = topics.flatMap(({ id, cards }) => [id, ...cards]);
    expect(new Set(anchors).size).toBe(anchors.length);
  });
});
