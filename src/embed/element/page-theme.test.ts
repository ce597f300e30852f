import { describe, expect, it } from 'vitest';
import { lightness } from './page-theme.ts';

describe('the colour of a text', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgba(0, 0, 0, 0.87)', 0],
    ['rgb(100% 100% 100%)', 1],
    ['color(srgb 1 1 1)', 1],
    ['color(display-p3 0 0 0 / 0.5)', 0],
    ['oklch(0.9 0.02 250)', 0.9],
    ['oklab(20% 0 0)', 0.2],
    ['lab(90 0 0)', 0.9],
    ['lch(12% 4 20)', 0.12],
    ['hsl(200 10% 80%)', 0.8],
  ])('%s is as light as it looks', (color, expected) => {
    expect(lightness(color)).toBeCloseTo(expected, 2);
  });

  it.each(['', 'currentcolor', 'rgb(none none none)', 'rgb(', 'color-mix(in srgb, red, blue)'])('%j says nothing', (color) => {
    expect(lightness(color)).toBeUndefined();
  });

  it('tells the texts of a light page from those of a dark one', () => {
    expect(lightness('rgb(31, 35, 40)')).toBeLessThan(0.5);
    expect(lightness('rgb(201, 209, 217)')).toBeGreaterThan(0.5);
  });
});
