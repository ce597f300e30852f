import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Environment } from './environment.ts';

describe('an environment', () => {
  it('moves a variable that is set again to the end', () => {
    const env = Environment.empty.with('A', '1').with('B', '2').with('A', '3');
    expect(env.toArray()).toEqual(['B=2', 'A=3']);
  });

  it('does not change when another is made from it', () => {
    const env = Environment.empty.with('A', '1');
    env.with('A', '2').toArray();
    expect(env.toArray()).toEqual(['A=1']);
    expect(env.without('A').has('A')).toBe(false);
    expect(env.get('A')).toBe('1');
  });

  it('is what a list of assignments and removals comes to, whenever it is looked at', () => {
    const step = fc.tuple(fc.constantFrom('A', 'B', 'C', ''), fc.option(fc.constantFrom('1', '2')), fc.boolean());
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let env = Environment.empty;
        const expected = new Map<string, string>();
        for (const [key, value, look] of steps) {
          env = value === null ? env.without(key) : env.with(key, value);
          expected.delete(key);
          if (value !== null) expected.set(key, value);
          if (look) expect(env.has(key)).toBe(value !== null);
        }
        expect(env.toArray()).toEqual([...expected].map(([key, value]) => `${key}=${value}`));
        expect(env.keys()).toEqual([...expected.keys()]);
      }),
      { seed: 32 },
    );
  });
});
