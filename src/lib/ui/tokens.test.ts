import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SIGNS } from './signs/sign.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = new Map([...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]));
const grounds = ['light', 'dark'] as const;
const states = ['cached', 'rebuilt', 'failed', 'none', 'running', 'modelled'];

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Contrast of two tokens on one ground, 1 to 21. */
function contrast(front: string, back: string, ground: (typeof grounds)[number]): number {
  const [a, b] = [front, back].map((name) => luminance(pairs.get(name)![ground])).sort((x, y) => y - x);
  return (a! + 0.05) / (b! + 0.05);
}

describe.each(grounds)('the tokens on the %s ground', (ground) => {
  it.each(['ink', 'ink-2', 'ink-3'])('%s can be read wherever text stands', (ink) => {
    for (const back of ['surface', 'paper', 'sunken', 'raised', 'hover', 'selected']) expect(contrast(ink, back, ground), `${ink} on ${back}`).toBeGreaterThanOrEqual(4.5);
  });

  it.each(states)('the word of a state that is %s can be read on its tints', (state) => {
    for (const back of ['surface', 'paper', 'sunken', `${state}-tint`, `${state}-tint-2`]) expect(contrast(`${state}-text`, back, ground), back).toBeGreaterThanOrEqual(4.5);
  });

  it.each(states)('the sign of a state that is %s can be seen', (state) => {
    for (const back of ['surface', 'paper', `${state}-tint`]) expect(contrast(`${state}-stroke`, back, ground), back).toBeGreaterThanOrEqual(3);
    expect(contrast(`${state}-on`, `${state}-fill`, ground)).toBeGreaterThanOrEqual(3);
  });

  it('controls, links, code and the focus ring can be seen', () => {
    for (const back of ['surface', 'paper']) {
      expect(contrast('line-3', back, ground)).toBeGreaterThanOrEqual(3);
      expect(contrast('focus', back, ground)).toBeGreaterThanOrEqual(3);
      expect(contrast('link', back, ground)).toBeGreaterThanOrEqual(4.5);
    }
    for (const code of ['keyword', 'string', 'comment', 'flag']) expect(contrast(`code-${code}`, 'surface', ground), code).toBeGreaterThanOrEqual(4.5);
    expect(contrast('on-accent', 'accent', ground)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Grey value of a colour as a printer without colour has it, 0 to 255. */
function grey(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  return 0.299 * r! + 0.587 * g! + 0.114 * b!;
}

/** How the core of a state is drawn: its ground, and what else tells it from the others. */
const cores = [
  { state: 'cached', ground: 'cached-tint-2', sign: 'cached', outline: 'solid' },
  { state: 'rebuilt', ground: 'rebuilt-fill', sign: 'rebuilt', outline: 'solid' },
  { state: 'failed', ground: 'failed-fill', sign: 'failed', outline: 'solid' },
  { state: 'not needed', ground: 'none-tint', sign: 'not-needed', outline: 'dashed' },
  { state: 'stopped', ground: 'none-tint', sign: 'stopped', outline: 'solid' },
] as const;

describe('without colour', () => {
  it('every state has a sign of its own, told by its shape', () => {
    const shapes = Object.values(SIGNS).map((sign) => JSON.stringify(sign.map(({ d, stroke }) => [d, stroke ?? 'filled'])));
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it.each(grounds)('on the %s ground a cached core differs from one that changed, also where there is no room for its sign', (ground) => {
    const value = (name: string) => grey(pairs.get(name)![ground]);
    for (const changed of ['rebuilt-fill', 'failed-fill']) expect(Math.abs(value('cached-tint-2') - value(changed)), changed).toBeGreaterThanOrEqual(25);
  });

  it.each(grounds)('on the %s ground the cores of builds are told apart in every width', (ground) => {
    const core = readFileSync(new URL('../views/history/Core.svelte', import.meta.url), 'utf8');
    const fills = (state: string) => [...core.matchAll(new RegExp(`\\.${state} \\{[^}]*?background: var\\(--([a-z0-9-]+)\\)`, 'g'))].map(([, token]) => token!).filter((token) => pairs.has(token));
    expect(fills('cached').length).toBeGreaterThan(0);
    for (const cached of fills('cached')) {
      for (const changed of [...fills('rebuilt'), ...fills('failed')]) expect(Math.abs(grey(pairs.get(cached)![ground]) - grey(pairs.get(changed)![ground])), `${cached}, ${changed}`).toBeGreaterThanOrEqual(25);
    }
  });

  it.each(grounds)('on the %s ground any two states differ in sign, outline or 25 points of grey', (ground) => {
    const value = (name: string) => grey(pairs.get(name)![ground]);
    for (const a of cores) {
      for (const b of cores.slice(cores.indexOf(a) + 1)) {
        const apart = JSON.stringify(SIGNS[a.sign]) !== JSON.stringify(SIGNS[b.sign]) || a.outline !== b.outline || Math.abs(value(a.ground) - value(b.ground)) >= 25;
        expect(apart, `${a.state} and ${b.state}`).toBe(true);
      }
    }
  });
});
