import { describe, expect, it } from 'vitest';
import { GO_FILES, filesOf, monorepo, waveStops } from './fixture.ts';
import { layoutGraph } from './layout.ts';
import { projectorScale } from './projector-scale.ts';

const files = filesOf([...GO_FILES]);
const drawnOf = (record: ReturnType<typeof waveStops>, width: number) => (scale: number) => layoutGraph({ record, files, projector: true, density: 'full', width: width / scale });

describe('a graph on a projector', () => {
  it('is as large as the screen lets it be, and seen whole', () => {
    const drawn = drawnOf(waveStops(), 1840);
    const scale = projectorScale({ width: 1840, height: 760 }, drawn);
    expect(scale).toBeGreaterThan(1.6);
    expect(drawn(scale).height * scale).toBeLessThanOrEqual(760);
    expect(drawn(scale).width * scale).toBeLessThanOrEqual(1840);
    expect(drawn(scale + 0.05).height * (scale + 0.05)).toBeGreaterThan(760);
  });

  it('is larger where there is more room, up to the size of a headline', () => {
    const at = (height: number) => projectorScale({ width: 2400, height }, drawnOf(waveStops(), 2400));
    expect(at(900)).toBeGreaterThan(at(700));
    expect(at(5000)).toBe(2.6);
  });

  it('stays readable where it cannot be seen whole', () => {
    expect(projectorScale({ width: 800, height: 400 }, drawnOf(monorepo(4, 12), 800))).toBe(1.6);
  });
});
