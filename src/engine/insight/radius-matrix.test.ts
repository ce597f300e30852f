import { describe, expect, it } from 'vitest';
import type { Radius } from './radius.ts';
import { radiusMatrix, stepsByName } from './radius-matrix.ts';

describe('the matrix of radii', () => {
  it('keeps equal outcomes once, and gives the steps of every name back', () => {
    const reads: Radius = { reach: ['reads', 'follows'], time: 5, bytes: 1 };
    const matrix = radiusMatrix(['0.1', '0.2'], new Map<string, Radius>([['a', reads], ['__proto__', { ...reads }], ['b', { reach: ['stops', 'untouched'] }]]), new Map([['ARG', reads]]), 3);
    expect(matrix.outcomes).toHaveLength(2);
    expect([...stepsByName(matrix, 'files')]).toEqual([['a', ['0.1', '0.2']], ['__proto__', ['0.1', '0.2']], ['b', []]]);
    expect(stepsByName(matrix, 'args').get('ARG')).toEqual(['0.1', '0.2']);
  });
});
