/** The layers and where their bytes are as one SVG text, from the layouts of the view: for pages without scripts, exports and tests. */
import type { LayerRow } from '#engine/insight/image/image-report.ts';
import { formatBytes } from '#lib/ui/format.ts';
import { t } from '#messages/index.ts';
import { layoutColumn } from './column.ts';
import { layoutTreemap } from './treemap.ts';
import { blockWords, layerWords, shortPath } from './words.ts';

/** Pixels. */
export interface LayersSvgOptions {
  readonly width: number;
  readonly height: number;
  /** Deleted files that are still there; drawn where absent. */
  readonly ghosts?: boolean;
  /** Distinguishes ids when several pictures stand in one page. */
  readonly id?: string;
}

/** Width of a letter of the drawing's mono face at 11 px. */
const letter = 6.7;
const gap = 3;
const core = 24;

/** The rules of the picture with this id, and of no other element of the page that it stands in. */
const styleOf = (id: string): string =>
  ['text{font:11px ui-monospace,monospace;fill:var(--ink,#1c1a17)}', '.size{fill:var(--ink-2,#57534c)}', '.core{fill:var(--none-stroke,#8c857a)}', '.ground,.frame{fill:var(--none-tint-2,#e7e3db)}', '.ground{fill:var(--none-tint,#f3f0ea)}', '.block{fill:var(--surface,#fff);stroke:var(--line-2,#d8d2c6)}', `.ghost,.twice,.lost{fill:url(#${id}-waste)}`, '.ghost{stroke:var(--ink-2,#57534c);stroke-dasharray:4 3}', '.waste{stroke:var(--line-3,#a49c8f)}']
    .map((rule) => rule.replace(/^[^{]+/, (selectors) => selectors.split(',').map((selector) => `#${id} ${selector}`).join(',')))
    .join('');

/** The column of layers at the left, the treemap at the right. */
export function layersSvg(layers: readonly LayerRow[], { width, height, ghosts = true, id = 'layers' }: LayersSvgOptions): string {
  const left = Math.round(width * 0.36);
  const drawn = layers.length === 0 ? `<text x="12" y="24">${escaped(t('layers.no-layers'))}</text>` : `<g>${column(layers, left, height)}</g><g transform="translate(${left + 12} 0)">${map(layers, width - left - 12, height, ghosts)}</g>`;
  const tall = Math.max(height, columnHeight(layers, height));
  return `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}" role="img"><title>${escaped(t('layers.tab'))}</title><defs><style>${styleOf(id)}</style><pattern id="${id}-waste" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="waste" d="M0 0V6"/></pattern></defs>${drawn}</svg>`;
}

function columnHeight(layers: readonly LayerRow[], height: number): number {
  return layoutColumn(layers, height, gap).reduce((sum, stratum) => sum + stratum.height + gap, -gap);
}

function column(layers: readonly LayerRow[], width: number, height: number): string {
  let y = 0;
  return layoutColumn(layers, height, gap)
    .map(({ layer, height: thick, wasted }) => {
      const top = y;
      y += thick + gap;
      const lost = wasted > 0 ? `<rect class="lost" x="0" y="${top + thick - Math.max(6, wasted * thick)}" width="${core}" height="${Math.max(6, wasted * thick)}"/>` : '';
      const size = formatBytes(layer.size);
      const words = shortened(layerWords(layer), width - core - 24 - size.length * letter);
      return `<g class="stratum"><rect class="ground" x="${core}" y="${top}" width="${width - core}" height="${thick}"/><rect class="core" x="0" y="${top}" width="${core}" height="${thick}"/>${lost}<text x="${core + 8}" y="${top + 18}">${escaped(`${layer.index + 1}  ${words}`)}</text><text class="size" x="${width - 8}" y="${top + 18}" text-anchor="end">${escaped(size)}</text></g>`;
    })
    .join('');
}

function map(layers: readonly LayerRow[], width: number, height: number, ghosts: boolean): string {
  return layoutTreemap(layers, width, height, ghosts)
    .map(({ layer, x, y, width: w, height: h, headed, blocks }) => {
      const head = headed ? `<text x="${x + 6}" y="${y + 15}">${escaped(shortened(layerWords(layer), w - 12))}</text>` : '';
      const parts = blocks.map(({ block, roomy, x: left, y: top, width: bw, height: bh }) => {
        const words = roomy ? `<text x="${left + 6}" y="${top + 16}">${escaped(shortPath(blockWords(block), Math.floor((bw - 12) / letter)))}</text><text class="size" x="${left + 6}" y="${top + 31}">${escaped(formatBytes(block.bytes))}</text>` : '';
        return `<g><rect class="${block.waste ? `block ${block.waste}` : 'block'}" x="${left}" y="${top}" width="${bw}" height="${bh}"/>${words}</g>`;
      });
      return `<g><rect class="frame" x="${x}" y="${y}" width="${w}" height="${h}"/>${head}${parts.join('')}</g>`;
    })
    .join('');
}

function shortened(words: string, pixels: number): string {
  const most = Math.max(1, Math.floor(pixels / letter));
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}

/** Without what XML has no room for. */
const escaped = (text: string): string =>
  [...text].filter((letter) => letter >= ' ').join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
