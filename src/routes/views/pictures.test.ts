// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AskedStep, Verdict } from '#lib/state/predict.svelte.ts';
import { pictures, type Judged, type Subject } from '#lib/views/picture.ts';
import { english, languageOf, speak } from '#messages/index.ts';
import { collections } from './subjects.ts';

const styles = {
  graph: readFileSync('src/lib/views/graph/graph.css', 'utf8'),
  tokens: readFileSync('src/lib/ui/tokens.css', 'utf8'),
};
const parser = new DOMParser();
const subjects = (await Promise.all(['go-two-stages', 'secrets-leak', 'multi-arch', 'hard'].map((id) => collections.find((each) => each.id === id)!.subjects()))).flat();
/** As it stands in a page of ours, with both themes; and as it leaves the page. */
const looks = [{ as: 'with its foot', look: { theme: 'auto', foot: true } }, { as: 'auto', look: { theme: 'auto' } }, { as: 'in the dark, on no ground', look: { theme: 'dark', foot: true, bare: true } }] as const;
const drawn = subjects.flatMap((subject, at) => pictures.flatMap(({ view, draw }) => looks.slice(0, at < 2 ? 3 : 1).flatMap(({ as, look }) => {
  const svg = draw({ ...subject, judged: judgedOf(subject) }, { ...look, styles, width: 960 });
  return svg === undefined ? [] : [{ name: `${view} of ${subject.title}, ${as}`, view, subject, look, svg }];
})));

/** Somebody who says of every step that it stays cached. */
function judgedOf({ record }: Subject): Judged {
  const verdicts = record.steps.map(({ id, state }): Verdict => ({ step: id, guess: 'hit', state, right: state === 'cached', reason: { id: 'predict.unknown' }, misconceptions: [] }));
  const asked = record.steps.map(({ id, text }, at) => ({ id, text, keyword: text.split(' ')[0] ?? '', stage: 'build', index: at + 1, total: record.steps.length }) as AskedStep);
  return { outcome: { build: record.number, verdicts, right: verdicts.filter(({ right }) => right).length, of: verdicts.length }, asked };
}

type Box = readonly [left: number, top: number, right: number, bottom: number];
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const number = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);

/** Of `translate`, `scale` and `rotate` in degrees, which is all that the pictures use. */
function matrixOf(text: string | null): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, values] of (text ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [x = 0, y] = values!.split(/[\s,]+/).map(Number);
    const turn = (x * Math.PI) / 180;
    const next: Matrix = name === 'translate' ? [1, 0, 0, 1, x, y ?? 0] : name === 'scale' ? [x, 0, 0, y ?? x, 0, 0] : [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
    matrix = times(matrix, next);
  }
  return matrix;
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

interface Lettering {
  size: number;
  anchor: string;
  mono: boolean;
}

/** The rules of a picture about letters, in their order. */
function letterRules(root: Element): readonly (readonly [string, string])[] {
  const css = root.querySelector('style')?.textContent ?? '';
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector, block]) => (/font|text-anchor/.test(block!) && !/@/.test(selector!) ? [[selector!, block!] as const] : []));
}

function letteringOf(element: Element, rules: readonly (readonly [string, string])[], above: Lettering = { size: 11, anchor: 'start', mono: false }): Lettering {
  const lettering = { ...above };
  for (const [selector, block] of [...rules, [element.localName, element.getAttribute('style') ?? ''] as const]) {
    if (!element.matches(selector)) continue;
    lettering.size = Number(/font(?:-size)?:[^;]*?([\d.]+)px/.exec(block)?.[1] ?? lettering.size);
    lettering.anchor = /text-anchor:\s*(\w+)/.exec(block)?.[1] ?? lettering.anchor;
    if (/font(?:-family)?:/.test(block)) lettering.mono = block.includes('--mono');
  }
  return { ...lettering, anchor: element.getAttribute('text-anchor') ?? lettering.anchor };
}

/** A text with the parts in it that are in another face or size. */
function widthOfAll(element: Element, lettering: Lettering, rules: readonly (readonly [string, string])[]): number {
  return [...element.childNodes].reduce((sum, node) => sum + (node instanceof Element ? widthOf(node.textContent, letteringOf(node, rules, lettering)) : widthOf(node.textContent ?? '', lettering)), 0);
}

/** A low estimate: what is outside by it is outside in every face. */
function widthOf(text: string, { size, mono }: Lettering): number {
  return [...text].reduce((sum, letter) => sum + (mono ? 0.59 : /[iljI.,:;'|!() ]/.test(letter) ? 0.25 : /[mwMW]/.test(letter) ? 0.8 : 0.5) * size, 0);
}

function boxOf(element: Element, rules: readonly (readonly [string, string])[]): Box | undefined {
  const [x, y] = [number(element, 'x'), number(element, 'y')];
  switch (element.localName) {
    case 'rect':
    case 'svg':
      return [x, y, x + number(element, 'width'), y + number(element, 'height')];
    case 'circle': {
      const [cx, cy, r] = [number(element, 'cx'), number(element, 'cy'), number(element, 'r')];
      return [cx - r, cy - r, cx + r, cy + r];
    }
    case 'text': {
      const lettering = letteringOf(element, rules);
      const width = widthOfAll(element, lettering, rules);
      const left = lettering.anchor === 'end' ? x - width : lettering.anchor === 'middle' ? x - width / 2 : x;
      return width === 0 ? undefined : [left, y - lettering.size * 0.7, left + width, y];
    }
    default:
      return undefined;
  }
}

/** Names of the elements that stand outside the picture by more than a pixel. */
function outside(root: Element): readonly string[] {
  const [, , width = 0, height = 0] = root.getAttribute('viewBox')!.split(' ').map(Number);
  const rules = letterRules(root);
  const found: string[] = [];
  const visit = (element: Element, above: Matrix) => {
    if (element.localName === 'defs') return;
    const matrix = times(above, matrixOf(element.getAttribute('transform')));
    const box = element === root ? undefined : boxOf(element, rules);
    if (box) {
      const [a, b, c, d, e, f] = matrix;
      const corners = [[box[0], box[1]], [box[2], box[1]], [box[0], box[3]], [box[2], box[3]]] as const;
      const beyond = corners.some(([x, y]) => a * x + c * y + e < -1 || a * x + c * y + e > width + 1 || b * x + d * y + f < -1 || b * x + d * y + f > height + 1);
      if (beyond) found.push(`${element.localName} ${box.map((each) => Math.round(each)).join(' ')} of ${width} × ${height}: ${element.textContent.slice(0, 60)}`);
    }
    if (element === root || element.localName !== 'svg') for (const child of element.children) visit(child, matrix);
  };
  visit(root, [1, 0, 0, 1, 0, 0]);
  return found;
}

describe('the pictures of the views', () => {
  it('are all there are: every view that draws a build has one, and every one is drawn of something', () => {
    expect(pictures.map(({ view }) => view)).toEqual(['graph', 'why', 'predict', 'timeline', 'files', 'radius', 'layers', 'history', 'duel', 'registry', 'log', 'terminal', 'problems', 'advice']);
    expect([...new Set(drawn.map(({ view }) => view))].sort()).toEqual(pictures.map(({ view }) => view).sort());
  });

  it.each(drawn)('$name is well-formed, named and described, each id once, and nothing outside', ({ svg }) => {
    const document = parser.parseFromString(svg, 'image/svg+xml');
    expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
    const root = document.documentElement;
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
    const [title, desc] = root.getAttribute('aria-labelledby')!.split(' ').map((id) => root.querySelector(`[id="${id}"]`));
    expect([title?.localName, desc?.localName]).toEqual(['title', 'desc']);
    expect(title!.textContent.trim()).not.toBe('');
    expect(desc!.textContent.trim()).not.toBe('');
    const ids = [...root.querySelectorAll('[id]'), root].map(({ id }) => id).filter((id) => id !== '');
    expect(ids.length).toBe(new Set(ids).size);
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
    expect(outside(root)).toEqual([]);
  });

  it('have ids of their own in one page, and no colours of their own there', () => {
    const scene: readonly Subject[] = subjects.slice(0, 2);
    const svgs = scene.flatMap((subject) => pictures.flatMap(({ draw }) => draw(subject, { theme: 'page', width: 960 }) ?? []));
    const ids = svgs.flatMap((svg) => [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    expect(ids.length).toBe(new Set(ids).size);
    for (const svg of svgs) expect(svg.replace(/url\(#[^)]+\)|href="[^"]*"|#[\w-]+(?=[ ,{])/g, '')).not.toMatch(/#[\da-f]{6}\b/i);
  });

  it('define every colour that they use, for light and for dark', () => {
    for (const { name, svg, look } of drawn) {
      if (look.theme !== 'auto') continue;
      const used = new Set([...svg.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, colour]) => colour!));
      const [light, dark = ''] = svg.split('@media (prefers-color-scheme:dark)');
      const tokens = [...used].filter((colour) => styles.tokens.includes(`${colour}: light-dark(`));
      expect(tokens.length).toBeGreaterThan(3);
      for (const part of [light!, dark]) expect(tokens.filter((colour) => !part.includes(`${colour}:#`)), name).toEqual([]);
    }
  });

  it('have room for longer words', async () => {
    speak(await languageOf('pseudo'));
    try {
      for (const subject of subjects.slice(0, 2)) {
        for (const { view, draw } of pictures) {
          const svg = draw({ ...subject, judged: judgedOf(subject) }, { theme: 'light', styles, width: 960, foot: true });
          if (svg !== undefined) expect(outside(parser.parseFromString(svg, 'image/svg+xml').documentElement), view).toEqual([]);
        }
      }
    } finally {
      speak(english);
    }
  });

  it('say below what they show and what drew them, and what the sign of what is modelled means where it stands', () => {
    for (const { name, svg, look } of drawn) {
      const root = parser.parseFromString(svg, 'image/svg+xml').documentElement;
      const words = [...root.querySelectorAll('text')].map(({ textContent }) => textContent);
      const leaves = 'foot' in look;
      expect(words.includes('Layerscope'), name).toBe(leaves);
      const explained = words.filter((each) => each.startsWith('Modelled: follows a model')).length;
      const signs = root.querySelectorAll('.ls-modelled').length - explained;
      if (leaves) expect(explained > 0, name).toBe(signs > 0 || words.some((each) => each.includes('≈')));
    }
  });

  it('have a ground of their own, or none', () => {
    for (const { svg, look, name } of drawn) expect(/<rect width="[\d.]+" height="[\d.]+" fill="var\(--surface\)"\/>/.test(svg), name).toBe(!('bare' in look));
  });

  it('ask for nothing from outside and run nothing', () => {
    for (const { svg, name } of drawn) expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '').replace(/>[^<]*</g, '><'), name).not.toMatch(/<script|<foreignObject|\son\w+=|href=|src=|@import|url\((?!#)/i);
  });
});
