import { describe, expect, it } from 'vitest';
import { filesOf, monorepo } from './fixture.ts';
import { headName } from './roles.ts';
import { layoutGraph } from './layout.ts';

describe('the chips of edited files where steps are cores only', () => {
  const paths = Array.from({ length: 50 }, (_, stage) => `service-${stage}/a`);

  it.each(['overview', 'map'] as const)('stand inside the drawing and off the lanes left of them, %s', (density) => {
    const layout = layoutGraph({ record: monorepo(50, 3, () => true), files: filesOf(paths, paths), edited: new Set(paths), density, width: 960 });
    const chips = layout.context?.rows ?? [];
    expect(chips.length).toBeGreaterThan(30);
    for (const chip of chips) {
      expect(chip.x).toBeGreaterThanOrEqual(0);
      for (const { x, width } of layout.lanes) expect(chip.x + chip.width <= x || chip.x >= x + width + layout.metrics.aside, `${chip.label} at ${chip.x}, lane at ${x}`).toBe(true);
    }
  });
});

describe('the name of a lane', () => {
  it('loses its middle where there is no room, so that names that begin alike are told apart', () => {
    const named = (name: string) => headName({ name } as Parameters<typeof headName>[0], 77);
    expect(named('build')).toBe('build');
    expect([named('stage-number-1'), named('stage-number-27')]).toEqual(['stage…ber-1', 'stage…er-27']);
  });
});
