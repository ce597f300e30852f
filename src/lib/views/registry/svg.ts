/** What lies where and what travelled as a picture: the registry and the machines from the layout of the view, without a DOM. */
import type { RegistryScene } from '#engine/workspace/registry-scene.ts';
import { formatBytes, shortDigest } from '#lib/ui/format.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { t, text } from '#messages/index.ts';
import { framed } from '../frame.ts';
import { escape, signMarkup, type Look } from '../graph/standalone.ts';
import { fitted, widthOf, wrapped } from '../letters.ts';
import { linkPath, type Box, type BoxLook, type Link, type Pile, type RegistryLayout, type TagBox } from './layout.ts';

export interface RegistrySvgOptions extends Look {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Pixels; less than 720 are not enough for three columns. */
  readonly width: number;
}

const MARGIN = 14;
/** Between the machine and the registry, where the lines are; and between the registry and the other machine. */
const LINKS = 112;
const SPACE = 28;
const HEAD = 52;
const CORE = 24;
const LEAST = 720;

const RULES = [
  '.pile{font-size:12px;font-weight:640;fill:var(--ink)}',
  '.pile.ghost{font-weight:540;fill:var(--ink-2)}',
  '.digest{font-size:10.5px}',
  '.size{fill:var(--ink)}',
  '.absent .ls-core,.earlier .ls-core{fill:var(--none-tint-2);stroke:none}',
  '.earlier .ls-ground{fill:var(--none-tint)}',
  '.absent .ls-ground{fill:none;stroke:var(--line-3);stroke-dasharray:3 3}',
  '.absent .ls-word,.earlier .ls-word{fill:var(--ink-3)}',
  '.tag{fill:none;stroke:var(--line-2)}',
  '.tag.moved{fill:var(--rebuilt-tint);stroke:var(--rebuilt-stroke)}',
  '.words{fill:var(--ink-2)}',
  '.link{fill:none;stroke:var(--line-2);stroke-width:1.5}',
  '.link.there,.link.mounted{stroke:var(--cached-stroke)}',
  '.link.moved{stroke:var(--rebuilt-stroke);stroke-width:2}',
  '.head{fill:var(--rebuilt-stroke)}',
  '.plate{fill:var(--surface)}',
  '.bytes{font-weight:640;fill:var(--cached-text)}',
  '.bytes.moved{fill:var(--rebuilt-text)}',
];

/** The look of a box in the graph's tones; what lay there before, or is not here, has its own. */
const TONES: Readonly<Record<BoxLook, string>> = { moved: 'ls-rebuilt', there: 'ls-cached', mounted: 'ls-cached', earlier: 'earlier', absent: 'absent' };

type Words = Readonly<Record<BoxLook, string>>;

/** A scene and its layout → SVG text. */
export function registrySvg(scene: RegistryScene, layout: RegistryLayout, options: RegistrySvgOptions): string {
  const width = Math.max(LEAST, options.width);
  const columns = layout.right ? 3 : 2;
  const column = Math.floor((width - 2 * MARGIN - LINKS - (columns === 3 ? SPACE : 0)) / columns);
  const shelf = MARGIN + column + LINKS;
  const right = shelf + column + SPACE;
  const push = scene.last?.kind !== 'pull';
  const came = push ? t('registry.new') : t('registry.pulled');
  const machine: Words = { moved: came, there: t('registry.there'), mounted: t('registry.taken-over'), earlier: t('registry.here'), absent: t('registry.not-pulled') };
  const kept: Words = { moved: came, there: t('registry.there'), mounted: t('registry.mounted'), earlier: t('registry.earlier'), absent: '' };
  const other: Words = { moved: t('registry.new'), there: t('registry.here-too'), mounted: t('registry.here-too'), earlier: t('registry.here'), absent: t('registry.not-pulled') };
  const heads = [
    headMarkup(visibleText(layout.left.machine), visibleText(scene.last?.line ?? ''), MARGIN, column),
    headMarkup(scene.shelf.registry, `${visibleText(scene.shelf.repository)}, ${t('registry.tags', { n: scene.shelf.tags.length })}, ${formatBytes(scene.shelf.bytes)}`, shelf, column),
    layout.right ? headMarkup(visibleText(layout.right.machine), otherSays(layout.right.piles), right, column) : '',
  ];
  const drawn = [
    ...layout.left.piles.map((pile) => pileMarkup(pile, machine, MARGIN, column)),
    layout.left.piles.length === 0 ? `<text x="${MARGIN}" y="20">${escape(fitted(t('registry.no-image'), column, 11))}</text>` : '',
    `<g transform="translate(${MARGIN + column} 0)">${layout.links.map((link) => linkMarkup(link, push)).join('')}</g>`,
    pileHead(t('registry.blobs'), t('registry.kept-once', { n: layout.middle.boxes.length }), shelf, 0, column),
    ...layout.middle.boxes.map((box) => boxMarkup(box, kept, shelf, column)),
    pileHead(t('registry.tags-head'), '', shelf, layout.middle.tagsTop, column),
    ...layout.middle.tags.map((tag) => tagMarkup(tag, shelf, column)),
    ...(layout.right?.piles.map((pile) => pileMarkup(pile, other, right, column)) ?? []),
  ];
  return framed({ ...options, width, height: HEAD + layout.height + MARGIN, rules: RULES }, [...heads, `<g transform="translate(0 ${HEAD})">`, ...drawn, '</g>']);
}

function headMarkup(name: string, under: string, x: number, room: number): string {
  return `<text class="ls-lane" style="font-size:14px" x="${x}" y="22">${escape(fitted(name, room, 14))}</text><text class="words" x="${x}" y="39">${escape(fitted(under, room, 11))}</text>`;
}

function otherSays(piles: readonly Pile[]): string {
  const bytes = piles.filter(({ ghost }) => ghost).flatMap(({ boxes }) => boxes).reduce((sum, { row }) => sum + row.size, 0);
  return bytes > 0 ? t('registry.pull-fetches', { size: { bytes, decimals: 2 } }) : t('registry.has-everything');
}

function pileMarkup(pile: Pile, words: Words, x: number, room: number): string {
  return pileHead(visibleText(pile.tag), pile.ghost ? t('registry.not-here') : shortDigest(pile.digest), x, pile.top, room, pile.ghost) + pile.boxes.map((box) => boxMarkup(box, words, x, room)).join('');
}

function pileHead(name: string, beside: string, x: number, top: number, room: number, ghost = false): string {
  const taken = beside === '' ? 0 : widthOf(beside, 11) + 10;
  return `<text class="pile${ghost ? ' ghost' : ''}" x="${x}" y="${top + 18}">${escape(fitted(name, room - taken, 12.5))}</text>${beside === '' ? '' : `<text class="ls-end" x="${x + room}" y="${top + 18}">${escape(beside)}</text>`}`;
}

function boxMarkup({ row, look, top, height }: Box, words: Words, x: number, width: number): string {
  const sign = look === 'moved' ? 'rebuilt' : look === 'absent' ? 'not-needed' : look === 'earlier' ? undefined : 'cached';
  const left = x + CORE + 9;
  const end = x + width - 10;
  const first = top + height / 2 - 5;
  const digest = shortDigest(row.digest);
  const label = fitted(visibleText(row.label), end - left - widthOf(digest, 10.5, 'mono') - 10, 12, 'mono');
  const size = formatBytes(row.size, row.size < 1e6 ? 1 : 2);
  return [
    `<g class="ls-stratum ${TONES[look]}"><rect class="ls-ground" x="${x + 0.5}" y="${top + 0.5}" width="${width - 1}" height="${height - 1}" rx="2"/><rect class="ls-core" x="${x + 0.5}" y="${top + 0.5}" width="${CORE - 1}" height="${height - 1}" rx="1.5"/>`,
    sign === undefined ? '' : signMarkup(sign, x + CORE / 2 - 6.5, top + height / 2 - 6.5, 13, 'ls-sign'),
    `<text class="ls-mono" x="${left}" y="${first}">${escape(label)}</text><text class="ls-mono digest ls-end ls-quiet" x="${end}" y="${first}">${escape(digest)}</text>`,
    `<text class="ls-word" x="${left}" y="${first + 17}">${escape(fitted(words[look], end - left - widthOf(size, 11) - 8, 11.5))}</text><text class="size ls-end" x="${end}" y="${first + 17}">${escape(size)}</text></g>`,
  ].join('');
}

function tagMarkup({ name, digest, top, moved, words }: TagBox, x: number, width: number): string {
  const lines = wrapped(text(words), width - 24, 11, 3);
  const beside = shortDigest(digest);
  return [
    `<rect class="tag${moved ? ' moved' : ''}" x="${x + 0.5}" y="${top + 0.5}" width="${width - 1}" height="82" rx="4"/>`,
    `<text class="ls-mono" x="${x + 12}" y="${top + 19}">${escape(fitted(visibleText(name), width - 34 - widthOf(beside, 10.5, 'mono'), 12, 'mono'))}</text><text class="ls-mono digest ls-end ls-quiet" x="${x + width - 12}" y="${top + 19}">${escape(beside)}</text>`,
    ...lines.map((line, at) => `<text class="words" x="${x + 12}" y="${top + 39 + at * 16}">${escape(line)}</text>`),
  ].join('');
}

/** The line, where it leads to, and the bytes that went along it. */
function linkMarkup(link: Link, push: boolean): string {
  const { look, from, to, bytes } = link;
  const moved = look === 'moved';
  const arrow = !moved ? '' : push ? `<path class="head" d="M${LINKS - 7} ${to - 4}l7 4-7 4Z"/>` : `<path class="head" d="M7 ${from - 4}l-7 4 7 4Z"/>`;
  const says = formatBytes(bytes, bytes < 1e6 ? 1 : 2);
  const half = widthOf(says, 11) / 2 + 4;
  const middle = LINKS * 0.3;
  return `<path class="link ${look}" d="${linkPath(link, LINKS)}"/>${arrow}<rect class="plate" x="${middle - half}" y="${from - 8}" width="${2 * half}" height="16"/><text class="bytes ${look}" text-anchor="middle" x="${middle}" y="${from + 4}">${escape(says)}</text>`;
}
