import { describe, expect, it } from 'vitest';
import { asFile, scaled, sizeOf, within, withFonts } from './svg-text.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" id="a" width="800" height="401" viewBox="0 0 800 401"><style>.a{}</style><rect width="800" height="401"/></svg>';

describe('the text of a picture', () => {
  it('tells its size', () => {
    expect(sizeOf(svg)).toEqual({ width: 800, height: 401 });
  });

  it('is made larger as a whole and nowhere inside', () => {
    const twice = scaled(svg, 2);
    expect(sizeOf(twice)).toEqual({ width: 1600, height: 802 });
    expect(twice).toContain('viewBox="0 0 800 401"');
    expect(twice).toContain('<rect width="800" height="401"/>');
  });

  it('is made smaller only where it is too wide', () => {
    expect(within(svg, 800)).toBe(svg);
    expect(sizeOf(within(svg, 400))).toEqual({ width: 400, height: 201 });
  });

  it('takes rules of fonts before its own, whatever signs they have', () => {
    expect(withFonts(svg, '@font-face{src:url(data:$&)}')).toContain('<style>@font-face{src:url(data:$&)}.a{}</style>');
  });

  it('is a file that says its encoding', () => {
    expect(asFile(svg)).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /);
  });
});
