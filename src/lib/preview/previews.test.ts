import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { slugs } from '#scenarios/index.ts';
import { lessonSlugs } from '../../lessons/index.ts';
import { previewSize, previewSvg, type Preview } from './compose.ts';
import { png, rightEdge } from './raster.ts';
import { lessonPreview, scenePreview, sitePreview } from './subjects.ts';

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const styles = { graph: text('../views/graph/graph.css'), tokens: text('../ui/tokens.css') };

const all: readonly (readonly [string, () => Promise<Preview | undefined>])[] = [
  ['the site', () => Promise.resolve(sitePreview())],
  ...slugs.map((slug) => [`the scene ${slug}`, () => scenePreview(slug)] as const),
  ...lessonSlugs.map((slug) => [`the lesson ${slug}`, () => lessonPreview(slug)] as const),
];

/** Nothing but ground and a card comes to 4.5 kB. */
const blank = 15_000;

describe('the picture beside a link', () => {
  it.each(all)('of %s has its size, a drawing, and room for its words', async (_, made) => {
    const preview = (await made())!;
    const svg = previewSvg(preview, styles);
    const bytes = await png(svg);
    const header = new DataView(bytes.buffer);
    expect([...bytes.subarray(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([previewSize.width, previewSize.height]);
    expect(bytes.length).toBeGreaterThan(blank);
    expect(svg).not.toMatch(/var\(|light-dark|undefined|NaN/);
    const { graph: _graph, ...words } = preview;
    const lettering = previewSvg(words, styles).replace(/<rect[^>]*\/>/, '');
    expect(await rightEdge(lettering)).toBeLessThan(530);
    const [lowest] = [...lettering.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y)).sort((a, b) => b - a);
    expect(lowest).toBeLessThan(previewSize.height - 24);
  });

  it('says by “…” that there would be more, and takes a word that is too long in smaller letters', async () => {
    const svg = previewSvg({ kind: 'Scene', title: 'Donaudampfschifffahrtsgesellschaft', says: 'word '.repeat(80) }, styles);
    expect(svg).toContain('word…');
    expect(svg).toContain('font-size="40"');
    expect(await rightEdge(previewSvg({ kind: 'Scene', title: '<script>&"', says: '' }, styles))).toBeGreaterThan(0);
  });
});
