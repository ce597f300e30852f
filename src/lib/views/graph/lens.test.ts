import { describe, expect, it } from 'vitest';
import { goTwoStages, monorepo } from './fixture.ts';
import { layoutGraph } from './layout.ts';
import { lensOf } from './lens.ts';
import { minimapOf } from './minimap.ts';

const layout = layoutGraph({ record: monorepo(8, 10), density: 'overview' });

describe('the lens', () => {
  it('shows the selected step between its neighbours, at full size', () => {
    const lens = lensOf(layout, '2.5')!;
    expect(lens.strata.map(({ step }) => step.id)).toEqual(['2.4', '2.5', '2.6']);
    expect(lens.title).toBe('service-3, steps 4 to 6 of 10');
    expect(lens.strata.every(({ height }) => height >= 46)).toBe(true);
  });

  it('stays inside the lane at its ends', () => {
    expect(lensOf(layout, '2.1')!.strata.map(({ step }) => step.id)).toEqual(['2.1', '2.2', '2.3']);
    expect(lensOf(layout, '2.10')!.strata.map(({ step }) => step.id)).toEqual(['2.8', '2.9', '2.10']);
  });

  it('covers no stratum', () => {
    for (const { step } of layout.strata) {
      const lens = lensOf(layout, step.id)!;
      for (const { x, y, width, height } of layout.strata) expect(x + width <= lens.x || x >= lens.x + lens.width || y + height <= lens.y, step.id).toBe(true);
    }
  });

  it('is not there where strata have text, or nothing is selected', () => {
    expect(lensOf(layoutGraph({ record: goTwoStages() }), '0.1')).toBeUndefined();
    expect(lensOf(layout, undefined)).toBeUndefined();
  });
});

describe('the minimap', () => {
  it('has a line for every step, inside it, and finds points again', () => {
    const map = minimapOf(layout);
    expect(map.lines).toHaveLength(layout.strata.length);
    for (const line of map.lines) {
      expect(line.x).toBeGreaterThanOrEqual(0);
      expect(line.y + map.line).toBeLessThanOrEqual(map.height);
    }
    const frame = map.frame({ x: 100, y: 50, width: 200, height: 100 });
    const point = map.locate(frame.x, frame.y);
    expect(point.x).toBeCloseTo(100);
    expect(point.y).toBeCloseTo(50);
  });
});
