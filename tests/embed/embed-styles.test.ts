import { describe, expect, it } from 'vitest';
import { forShadowTree } from '../../.config/embed-styles.ts';

describe('styles for a shadow tree', () => {
  it('begin at the host in place of the root', () => {
    expect(forShadowTree(':root{--a:1px}')).toBe(':host{--a:1px}');
    expect(forShadowTree(":root[data-density='projector'] .x,.y{top:0}")).toBe(':host([data-density=projector]) .x,.y{top:0}');
  });

  it('leave the page itself alone, and bring no fonts', () => {
    expect(forShadowTree('html{top:0}body .x{top:0}html,.y{top:0}.html-body{left:0}@font-face{font-family:A;src:url(a.woff2)}')).toBe('.y{top:0}.html-body{left:0}');
  });

  it('do not depend on the text size of the page', () => {
    expect(forShadowTree('.a{--text:0.8125rem;margin:-1rem 2px .5rem;width:calc(100% - 2rem)}')).toBe('.a{--text:13px;width:calc(100% - 32px);margin:-16px 2px 8px}');
    expect(forShadowTree('.b-2rem{top:0}.c{background:url("1rem.png")}')).toContain('.b-2rem');
  });

  it('let a page choose the fonts', () => {
    expect(forShadowTree(":root{--sans:'Inter',sans-serif;--mono:monospace}")).toContain('--sans:var(--layer-scope-font,"Inter",sans-serif);--mono:var(--layer-scope-mono,monospace)');
  });

  it('keep the steps of an animation and colours for light and dark', () => {
    expect(forShadowTree('@keyframes a{from{opacity:0}to{opacity:1}}.x{color:light-dark(#000,#fff)}')).toBe('@keyframes a{0%{opacity:0}to{opacity:1}}.x{color:light-dark(#000,#fff)}');
  });
});
