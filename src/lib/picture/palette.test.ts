import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Nearest, paletteOf } from './palette.ts';

const pixels = (...colours: readonly number[]) => Uint8ClampedArray.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255, 255]));

describe('the colours of a film', () => {
  it('are its commonest, exactly, the commonest first', () => {
    expect(paletteOf([pixels(0xffffff, 0xffffff, 0xd35400), pixels(0xffffff, 0xd35400, 0x00508a)], 255)).toEqual([0xffffff, 0xd35400, 0x00508a]);
  });

  it('leave out what differs too little from one that is there, and are never more than asked for', () => {
    expect(paletteOf([pixels(0x101010, 0x101010, 0x101011)], 255)).toEqual([0x101010]);
    expect(paletteOf([pixels(0x000000, 0x400000, 0x800000, 0xc00000)], 2)).toHaveLength(2);
  });

  it('keep every colour of theirs, and lend one of them to any other', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff });
    fc.assert(
      fc.property(fc.array(colour, { minLength: 1, maxLength: 40 }), colour, (colours, other) => {
        const palette = paletteOf([pixels(...colours)], 16);
        const nearest = new Nearest(palette);
        palette.forEach((each, at) => expect(nearest.indexOf(each)).toBe(at));
        expect(palette[nearest.indexOf(other)]).toBeDefined();
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
