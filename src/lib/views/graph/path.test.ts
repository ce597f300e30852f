import { describe, expect, it } from 'vitest';
import { countCrossings, lengthOf, pointAt, roundedPath, simplify } from './path.ts';

const at = (x: number, y: number) => ({ x, y });

describe('lines', () => {
  it('rounds a corner by six pixels, or by half of the shorter leg', () => {
    expect(roundedPath([at(0, 0), at(40, 0), at(40, 40)])).toBe('M0,0L34,0A6,6,0,0,1,40,6L40,40');
    expect(roundedPath([at(0, 0), at(40, 0), at(40, 4), at(80, 4)])).toContain('A2,2');
  });

  it('drops points that change nothing', () => {
    expect(simplify([at(0, 0), at(5, 0), at(9, 0), at(9, 0), at(9, 9)])).toEqual([at(0, 0), at(9, 0), at(9, 9)]);
  });

  it('finds the point at a share of the length', () => {
    const line = [at(0, 0), at(10, 0), at(10, 30)];
    expect(lengthOf(line)).toBe(40);
    expect(pointAt(line, 0)).toEqual(at(0, 0));
    expect(pointAt(line, 0.5)).toEqual(at(10, 10));
    expect(pointAt(line, 1)).toEqual(at(10, 30));
  });
});

describe('crossings', () => {
  it('counts where lines cross inside both, not where they touch or run beside each other', () => {
    expect(countCrossings([[at(0, 5), at(10, 5)], [at(5, 0), at(5, 10)]])).toBe(1);
    expect(countCrossings([[at(0, 0), at(10, 0)], [at(5, 0), at(5, 10)]])).toBe(0);
    expect(countCrossings([[at(0, 0), at(10, 0)], [at(0, 5), at(10, 5)]])).toBe(0);
  });
});
