import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import { scenario as go } from '#scenarios/go-seed/scenario.ts';
import { scenario as spring } from '#scenarios/spring-layered/scenario.ts';
import { costsOf, planOf } from './costs.ts';

describe('what commits cost', () => {
  it('is known of every kind, however rare', () => {
    const plan = planOf([{ label: 'often', weight: 99, actions: [] }, { label: 'hardly ever', weight: 1, actions: [] }]);
    expect(plan.filter(({ label }) => label === 'often')).toHaveLength(12);
    expect(plan.at(-1)?.label).toBe('hardly ever');
  });

  it('is weighed by how often each kind comes', () => {
    const { kinds, average } = costsOf(go, 'good', resolveImage);
    const weighed = go.edits!.reduce((sum, { weight }, at) => sum + weight * kinds[at]!.time, 0) / 100;
    expect(average.time).toBeCloseTo(weighed, 6);
    expect(kinds).toHaveLength(go.edits!.length);
  });

  it('is nothing for a push, where the image stays the same', () => {
    const at = go.edits!.findIndex(({ label }) => label === 'the test');
    expect(costsOf(go, 'good', resolveImage).kinds[at]!.sent).toBe(0);
    expect(costsOf(go, 'bad', resolveImage).kinds[at]!.sent).toBeGreaterThan(1e6);
  });

  it('counts what a push sends, and not only seconds: an archive in layers builds no faster', () => {
    const [whole, layered] = [costsOf(spring, 'bad', resolveImage), costsOf(spring, 'good', resolveImage)];
    expect(layered.average.time).toBeGreaterThan(0.9 * whole.average.time);
    expect(layered.average.sent).toBeLessThan(whole.average.sent / 10);
  });
});
