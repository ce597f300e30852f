/** The layers and where their bytes are as one SVG text, from the layouts of the view: for pages without scripts, exports and tests. */
import type { LayerRow } from '#engine/insight/image/image-report.ts';
import { formatBytes } from '#lib/ui/format.ts';
import { t } from '#messages/index.ts';
import { framed } from '../frame.ts';
import { escape, type Look } from '../graph/standalone.ts';
import { fitted, widthOf } from '../letters.ts';
import { layoutColumn } from './column.ts';
import { layoutTreemap } from './treemap.ts';
import { blockWords, layerWords, shortPath } from './words.ts';

export interface LayersSvgOptions extends Look {
  /** Of the picture, and the beginning of every other id in it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Pixels; a column of many layers is higher. */
  readonly width: number;
  readonly height: number;
  /** Deleted files that are still there; drawn where absent. */
  readonly ghosts?: boolean;
}

const LETTER = 11;
/** Width of a letter of the mono face at that size. */
const ADVANCE = widthOf('m', LETTER, 'mono');
const GAP = 3;
const CORE = 24;
/** More layers than this get rows that are no higher than their line. */
const MANY = 16;
const THIN = { height: 22, gap: 1 } as const;

const rulesOf = (id: string): readonly string[] => [
  `text{font:${LETTER}px var(--mono);fill:var(--ink)}`,
  '.size{fill:var(--ink-2)}',
  '.core{fill:var(--none-stroke)}',
  '.ground{fill:var(--none-tint)}',
  '.frame{fill:var(--none-tint-2)}',
  '.under{fill:var(--surface);stroke:var(--none-stroke)}',
  '.block{fill:var(--surface);stroke:var(--line-2)}',
  `.ghost,.twice,.lost{fill:url(#${id}-waste)}`,
  '.ghost{stroke:var(--ink-2);stroke-dasharray:4 3}',
  '.waste{stroke:var(--line-3)}',
];

/** The column of layers at the left, the treemap at the right. */
export function layersSvg(layers: readonly LayerRow[], { height, ghosts = true, ...options }: LayersSvgOptions): string {
  const { id, width } = options;
  const left = Math.round(width * 0.36);
  const strata = strataOf(layers, height);
  const last = strata.at(-1);
  const tall = Math.max(height, last ? last.top + last.height : 0);
  return framed({ ...options, height: tall, rules: rulesOf(id) }, [
    `<defs><pattern id="${id}-waste" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="waste" d="M0 0V6"/></pattern></defs>`,
    ...(layers.length === 0
      ? [`<text x="12" y="24">${escape(t('layers.no-layers'))}</text>`]
      : [...strata.map((stratum) => stratumMarkup(stratum, left, String(layers.length).length)), `<g transform="translate(${left + 12} 0)">`, map(layers, width - left - 12, height, ghosts), '</g>']),
  ]);
}

interface Placed {
  readonly layer: LayerRow;
  readonly top: number;
  readonly height: number;
  readonly wasted: number;
}

function strataOf(layers: readonly LayerRow[], height: number): readonly Placed[] {
  const thin = layers.length > MANY;
  let top = 0;
  return layoutColumn(layers, height, GAP).map(({ layer, height: thick, wasted }) => {
    const placed = { layer, top, height: thin ? THIN.height : thick, wasted };
    top += placed.height + (thin ? THIN.gap : GAP);
    return placed;
  });
}

/** `digits`: of the highest number in the column. */
function stratumMarkup({ layer, top, height, wasted }: Placed, width: number, digits: number): string {
  const low = Math.min(height, Math.max(6, wasted * height));
  const place = `x="0.5" y="${top + height - low + 0.5}" width="${CORE - 1}" height="${low - 1}"`;
  const lost = wasted > 0 ? `<rect class="under" ${place}/><rect class="lost" ${place}/>` : '';
  const size = formatBytes(layer.size);
  const left = CORE + 8 + digits * ADVANCE;
  const words = fitted(layerWords(layer), width - left - 28 - widthOf(size, LETTER, 'mono'), LETTER, 'mono');
  const base = top + (height > THIN.height ? 18 : 15);
  return `<g class="stratum"><rect class="ground" x="${CORE}" y="${top}" width="${width - CORE}" height="${height}"/><rect class="core" x="0" y="${top}" width="${CORE}" height="${height}"/>${lost}<text class="size" x="${left}" y="${base}" text-anchor="end">${layer.index + 1}</text><text x="${left + 8}" y="${base}">${escape(words)}</text><text class="size" x="${width - 8}" y="${base}" text-anchor="end">${escape(size)}</text></g>`;
}

function map(layers: readonly LayerRow[], width: number, height: number, ghosts: boolean): string {
  return layoutTreemap(layers, width, height, ghosts)
    .filter((area) => area.width > 0 && area.height > 0)
    .map(({ layer, x, y, width: w, height: h, headed, blocks }) => {
      const head = headed ? `<text x="${x + 6}" y="${y + 15}">${escape(fitted(layerWords(layer), w - 12, LETTER, 'mono'))}</text>` : '';
      const parts = blocks.filter((block) => block.width > 0 && block.height > 0).map(({ block, roomy, x: left, y: top, width: bw, height: bh }) => {
        const words = roomy ? `<text x="${left + 6}" y="${top + 16}">${escape(fitted(shortPath(blockWords(block), Math.floor((bw - 12) / ADVANCE)), bw - 12, LETTER, 'mono'))}</text><text class="size" x="${left + 6}" y="${top + 31}">${escape(formatBytes(block.bytes))}</text>` : '';
        return `<g><rect class="${block.waste ? `block ${block.waste}` : 'block'}" x="${left}" y="${top}" width="${bw}" height="${bh}"/>${words}</g>`;
      });
      return `<g><rect class="frame" x="${x}" y="${y}" width="${w}" height="${h}"/>${head}${parts.join('')}</g>`;
    })
    .join('');
}
