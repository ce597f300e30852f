/** The picture that stands beside a link in a chat: what it is about in words, and the graph where the wave went through it. 1200 by 630 pixels. */
import { escape, type Look } from '#lib/views/graph/standalone.ts';
import { inlined, tokensOf } from './inlined.ts';
import { linesOf } from './lines.ts';
import { parseSvg, svgText, type Element } from './svg-tree.ts';

export const previewSize = { width: 1_200, height: 630 } as const;

export interface Preview {
  /** Above the title: `Scene`, `Lesson 3 of 15`. */
  readonly kind: string;
  readonly title: string;
  /** One sentence. */
  readonly says: string;
  /** SVG text of the graph, in the classes of the page; none where there is nothing to draw. */
  readonly graph?: string;
}

/** A design token by its name, without dashes. */
type Colour = (name: string) => string;

/** Where the graph lies: it runs out of the picture at the right and below. */
const card = { x: 540, y: 64, scale: 1.62 } as const;
/** Where the heads of the lanes end, in the graph. */
const heads = 51;
/** Width of the words. */
const column = 420;

/** `styles`: the texts of the graph's rules and of the design tokens. */
export function previewSvg({ kind, title, says, graph }: Preview, styles: NonNullable<Look['styles']>): string {
  const tokens = tokensOf(styles.tokens, 'light');
  const colour: Colour = (name) => tokens[`--${name}`] ?? '#000';
  const { width, height } = previewSize;
  const titled = linesOf(title, [{ size: 58, most: 3 }, { size: 48, most: 4 }, { size: 40, most: 5 }], column, 0.56);
  const told = linesOf(says, [{ size: 28, most: titled.size > 50 ? 7 - titled.lines.length : 4 }], column, 0.48);
  const high = 30 + titled.lines.length * titled.size * 1.12 + 24 + told.lines.length * told.size * 1.36;
  // In the middle of what is left below the name, a little above.
  const top = Math.round(150 + Math.max(0, (height - 190 - high) * 0.4));
  const below = top + titled.lines.length * titled.size * 1.12 + 26;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    mark(64, 60, 38, colour),
    `<text x="118" y="89" font-family="Inter SemiBold" font-size="28" letter-spacing="-0.4" fill="${colour('ink')}">Layerscope</text>`,
    `<text x="64" y="${top}" font-family="Inter Medium" font-size="21" fill="${colour('ink-3')}">${escape(kind)}</text>`,
    ...titled.lines.map((line, at) => `<text class="title" x="62" y="${top + titled.size * 1.12 * (at + 1) + 4}" font-family="Inter SemiBold" font-size="${titled.size}" letter-spacing="-1.2" fill="${colour('ink')}">${escape(line)}</text>`),
    ...told.lines.map((line, at) => `<text class="says" x="64" y="${below + told.size * 1.36 * (at + 1)}" font-family="Source Serif 4" font-size="${told.size}" fill="${colour('ink-2')}">${escape(line)}</text>`),
    graph === undefined ? '' : drawn(inlined(parseSvg(graph), styles.graph, tokens), colour),
    '</svg>',
  ].join('');
}

function drawn(picture: Element, colour: Colour): string {
  const { width, height } = previewSize;
  const room = { width: (width - card.x) / card.scale - 20, height: (height - card.y) / card.scale };
  const whole = { width: Number(picture.attributes.width), height: Number(picture.attributes.height) };
  const wave = placeOfWave(picture);
  const x = between((wave?.x ?? 0) - room.width * 0.46, -12, whole.width - room.width + 12);
  // No more of nothing below the last step of the lane than a step would fill.
  const near = Math.min((wave?.y ?? 0) - room.height * 0.34, (wave?.end ?? whole.height) + 30 - room.height);
  // The heads of the lanes are there whole, or not at all.
  const y = near < heads / 2 ? -6 : Math.max(heads, near);
  const { role: _, class: __, 'aria-labelledby': ___, ...attributes } = picture.attributes;
  const view: Element = {
    ...picture,
    attributes: { ...attributes, x: String(card.x + 20), y: String(card.y + 1), width: String(room.width * card.scale + 12), height: String(room.height * card.scale), viewBox: `${x} ${y} ${room.width + 12 / card.scale} ${room.height}` },
    children: picture.children.filter((child) => typeof child === 'string' || (child.name !== 'title' && child.name !== 'desc')),
  };
  return `<path d="M${width} ${card.y}H${card.x + 14}a14 14 0 0 0-14 14V${height}H${width}Z" fill="${colour('surface')}"/><path d="M${width} ${card.y}H${card.x + 14}a14 14 0 0 0-14 14V${height}" fill="none" stroke="${colour('line-2')}" stroke-width="1.5"/>${svgText(view)}`;
}

/** Where the first step lies that ran again, or the first of all, and where its lane ends. */
function placeOfWave(picture: Element): { readonly x: number; readonly y: number; readonly end: number } | undefined {
  const drawn = picture.children.filter((child): child is Element => typeof child !== 'string');
  const strata = drawn.filter(({ attributes: { class: name = '' } }) => name.startsWith('ls-stratum')).flatMap((stratum) => {
    const core = stratum.children.find((child): child is Element => typeof child !== 'string' && child.attributes.class === 'ls-core');
    return core ? [{ ran: /ls-(rebuilt|predicted|failed)/.test(stratum.attributes.class!), x: Number(core.attributes.x), y: Number(core.attributes.y), end: Number(core.attributes.y) + Number(core.attributes.height) }] : [];
  });
  const first = strata.find(({ ran }) => ran) ?? strata[0];
  const plates = drawn.filter(({ attributes: { class: name } }) => name === 'ls-plate').map(({ attributes }) => ({ x: Number(attributes.x), end: Number(attributes.y) + Number(attributes.height) }));
  return first && { ...first, end: Math.max(...[...strata, ...plates].filter(({ x }) => Math.abs(x - first.x) < 30).map(({ end }) => end)) };
}

/** As near as may be; a picture that is smaller than its room stands at its beginning. */
const between = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));

function mark(x: number, y: number, size: number, colour: Colour): string {
  const [same, changed, line] = [colour('cached-fill'), colour('rebuilt-fill'), colour('line-3')];
  return `<g transform="translate(${x} ${y}) scale(${size / 16})"><path fill="${same}" d="M0 0h16v3H0z"/><path fill="${same}" opacity=".6" d="M0 4h16v3H0z"/><path fill="${changed}" d="M0 8h11v3H0z"/><path fill="${changed}" opacity=".6" d="M0 12h11v3H0z"/><path fill="none" stroke="${line}" stroke-dasharray="1.5 1.5" d="M13.5 8.5h2v6h-2z"/></g>`;
}
