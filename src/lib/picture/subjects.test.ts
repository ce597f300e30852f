import { describe, expect, it } from 'vitest';
import { pictures } from '#lib/views/picture.ts';
import { subjects } from './subjects.ts';

describe('the views that are offered as pictures', () => {
  it('are those that can be drawn, under the same names and in the same order', () => {
    expect(subjects.map(({ view, label }) => ({ view, label }))).toEqual(pictures.map(({ view, label }) => ({ view, label })));
  });
});
