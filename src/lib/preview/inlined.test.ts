import { describe, expect, it } from 'vitest';
import { inlined, tokensOf } from './inlined.ts';
import { parseSvg, svgText } from './svg-tree.ts';

const tokens = tokensOf(':root { --ink: light-dark(#111111, #eeeeee); /* --ink: red; */ --edge: var(--ink); }', 'light');
const drawn = (svg: string, css: string) => svgText(inlined(parseSvg(svg), css, tokens));

describe('a picture without style sheets', () => {
  it('has the colours of its theme where they are used', () => {
    expect(drawn('<svg><path fill="var(--edge)" d="M0 0"/></svg>', '')).toBe('<svg><path fill="#111111" d="M0 0"/></svg>');
    expect(tokensOf(':root { --a: light-dark(#fff, #000); }', 'dark')).toEqual({ '--a': '#000' });
    expect(drawn('<svg><path fill="var(--no, #123456)"/></svg>', '')).toContain('#123456');
  });

  it('gives on what a group says to what is in it', () => {
    const css = '.on { --said: var(--ink); } .on .word { fill: var(--said); }';
    expect(drawn('<svg><g class="on"><text class="word">a</text></g><text class="word">b</text></svg>', css)).toBe('<svg><g class="on"><text class="word" fill="#111111">a</text></g><text class="word">b</text></svg>');
  });

  it('takes the rule that says most, and the later of two alike', () => {
    const css = '.a.b { fill: two; } .a { fill: one; } .c { stroke: first; } .c { stroke: last; } .a:not(.b, .d) { opacity: 0.5; } @media print { .a { fill: none; } } .a:hover { fill: red; }';
    expect(drawn('<svg><path class="a b c"/><path class="a"/></svg>', css)).toBe('<svg><path class="a b c" fill="two" stroke="last"/><path class="a" fill="one" opacity="0.5"/></svg>');
  });

  it('names the still font of a weight, also where weight and family come from different elements', () => {
    const css = 'svg { font-family: "Inter Variable", sans-serif; } .strong { font-weight: 640; } .code { font-family: "JetBrains Mono Variable"; }';
    expect(drawn('<svg><text class="strong">a<tspan class="code">b</tspan></text></svg>', css)).toContain('<text class="strong" font-weight="400" font-family="Inter SemiBold">a<tspan class="code" font-family="JetBrains Mono" font-weight="700">');
  });

  it('is read and written as it was', () => {
    const svg = '<svg viewBox="0 0 1 1"><title>a &lt; b</title><g><path d="M0 0"/>text</g></svg>';
    expect(svgText(parseSvg(svg))).toBe(svg);
    expect(() => parseSvg('<svg><g></svg>')).toThrow();
  });
});
