import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsAt, readXml, textAt } from './xml.ts';

describe('the XML of project files', () => {
  it('is read with attributes, comments and nesting', () => {
    const result = readXml('<?xml version="1.0"?>\n<a x="1 &amp; 2"><!-- no --><b> t </b><b/><c><d>e</d></c></a>\n');
    if (!('value' in result)) throw new Error(result.error);
    expect(result.value.attributes).toEqual({ x: '1 & 2' });
    expect(elementsAt(result.value, 'b').map(({ text }) => text)).toEqual(['t', '']);
    expect(textAt(result.value, 'c/d')).toBe('e');
  });

  it.each([['<a><b></a>', 'must match'], ['<a>', 'expected end tag </a>'], ['', 'whitespace'], ['<a><</a>', 'unexpected']])('says what is wrong with %s', (text, words) => {
    expect(readXml(text)).toMatchObject({ error: expect.stringContaining(words) as string });
  });

  it('reads any text without a fault', () => {
    expect(() => { fc.assert(fc.property(fc.string(), (text) => 'line' in readXml(`<a>${text}`)), { seed: 7 }); }).not.toThrow();
  });
});
