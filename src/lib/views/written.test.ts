// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lastLines, writtenSvg, type Block } from './written.ts';

const styles = { graph: readFileSync('src/lib/views/graph/graph.css', 'utf8'), tokens: readFileSync('src/lib/ui/tokens.css', 'utf8') };
const draw = (blocks: readonly Block[], title = 'a') => writtenSvg(blocks, { id: 'w', title, description: 'b', width: 320, theme: 'auto', styles, foot: true });
const rootOf = (svg: string) => {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  expect(root.querySelector('parsererror')).toBeNull();
  return root;
};
const linesOf = (svg: string, voice: string) => [...rootOf(svg).querySelectorAll(`text.${voice}`)].map(({ textContent }) => textContent);

describe('words as a picture', () => {
  it('write hostile names as text', () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>]]>&lt;\u0000\u202e\ud800';
    const svg = draw([{ voice: 'text', words: [{ text: hostile, kind: 'code' }], end: hostile }, { voice: 'output', words: hostile }], hostile);
    expect(rootOf(svg).querySelector('script, img')).toBeNull();
    expect(rootOf(svg).querySelector('title')!.textContent).toContain('<script>');
    expect(linesOf(svg, 'output').join('')).toContain('<script>alert(1)</script>');
  });

  it('break sentences between words, and what a program printed at the last column', () => {
    const sentence = 'The change stops here because what the step copies came out the same, byte for byte.';
    expect(linesOf(draw([{ voice: 'text', words: sentence }]), 'text').map((line) => line.trim()).join(' ')).toBe(sentence);
    const printed = 'x'.repeat(100);
    const lines = linesOf(draw([{ voice: 'output', words: `${printed}\n  two` }]), 'output');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.slice(0, -1).join('')).toBe(printed);
    expect(lines.at(-1)).toBe('  two');
  });

  it('set off what is the machine’s and what became of it', () => {
    const root = rootOf(draw([{ voice: 'say', words: [{ text: 'COPY', kind: 'code' }, { text: ' ran because ', kind: 'words' }, { text: 'a.go', kind: 'changed' }] }]));
    expect([...root.querySelectorAll('tspan')].map((part) => [part.textContent, part.getAttribute('class')])).toEqual([['COPY', 'code'], ['a.go', 'code changed']]);
  });

  it('keep the last lines, and know how many are above', () => {
    expect(lastLines([1, 2, 3], 2)).toEqual({ shown: [2, 3], above: 1 });
    expect(lastLines([1], 2)).toEqual({ shown: [1], above: 0 });
  });
});
