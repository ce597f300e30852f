import { scaleLinear } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { straight } from './scale.ts';

const points = fc.uniqueArray(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 12 }).map((all) => all.sort((a, b) => a - b));

describe('a scale of straight lines', () => {
  it('is that of D3, held at its ends', () => {
    fc.assert(
      fc.property(points, fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 12, maxLength: 12 }), fc.double({ min: -2e6, max: 2e6, noNaN: true }), (domain, values, at) => {
        const range = values.slice(0, domain.length);
        expect(straight(domain, range)(at)).toBeCloseTo(scaleLinear(domain, range).clamp(true)(at), 3);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it('meets its points', () => {
    const scale = straight([0, 10, 40], [5, 6, 0]);
    expect([-1, 0, 10, 25, 40, 41].map(scale)).toEqual([5, 5, 6, 3, 0, 0]);
  });
});
