/** The build context as a picture: its tree with sizes and edits, and beside each file the steps that an edit of it would run again. */
import { visibleText } from '#lib/ui/visible-text.ts';
import { figure, t } from '#messages/index.ts';
import { framed } from '../frame.ts';
import { escape, type Look } from '../graph/standalone.ts';
import { fitted, widthOf } from '../letters.ts';
import type { TreeRow } from './tree.ts';

export interface DrawnFiles {
  readonly sent: readonly TreeRow[];
  readonly kept: readonly TreeRow[];
  /** Ids of all steps, in the order of the Dockerfile; none: nothing is said of them. */
  readonly steps: readonly string[];
  /** By path, ids of the steps that an edit would run again. */
  readonly hits: ReadonlyMap<string, readonly string[]>;
  readonly ignoreFile: string;
}

export interface FilesSvgOptions extends Look {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
}

const ROW = 22;
const STEP = 16;
/** Between two lists, and between the head of a list and its first row. */
const APART = 12;
const SIZES = 72;
/** Rows that a list has; the rest is counted. */
const MOST = 120;

const RULES: readonly string[] = [
  '.name{font:430 12px var(--mono);fill:var(--ink)}',
  '.name.folder{fill:var(--ink-2)}',
  '.name.out{fill:var(--ink-3)}',
  '.name.gone{fill:var(--ink-3);text-decoration:line-through}',
  '.name.edited{font-weight:640}',
  '.note{font:430 11px var(--sans);fill:var(--ink-3)}',
  '.note.edited{fill:var(--rebuilt-text)}',
  '.rest{fill:var(--none-tint-2)}',
  '.hit{fill:var(--rebuilt-fill)}',
  '.guide{fill:none;stroke:var(--line-2)}',
];

export function filesSvg({ sent, kept, steps, hits, ignoreFile }: DrawnFiles, options: FilesSvgOptions): string {
  const { width } = options;
  const pitch = Math.min(6, 90 / Math.max(1, steps.length));
  const strip = steps.length === 0 ? 0 : Math.max(steps.length * pitch, widthOf(t('files.rebuilds-head'), 11)) + 20;
  let y = 0;
  const parts: string[] = [];
  const head = (words: string, end: string) => {
    parts.push(`<text class="note" x="0" y="${y + 12}">${escape(words)}</text>${end === '' ? '' : `<text class="note ls-end" x="${width}" y="${y + 12}">${escape(end)}</text>`}<path class="guide" d="M0 ${y + 18.5}H${width}"/>`);
    y += ROW;
  };
  const list = (rows: readonly TreeRow[]) => {
    for (const row of rows.slice(0, MOST)) {
      parts.push(rowMarkup(row, y, width - strip), stripMarkup(row, y, width));
      y += ROW;
    }
    if (rows.length > MOST) {
      parts.push(`<text class="note" x="0" y="${y + 15}">${escape(t('files.more-paths', { n: rows.length - MOST }))}</text>`);
      y += ROW;
    }
  };
  const stripMarkup = ({ node, expanded }: TreeRow, top: number, right: number): string => {
    if (expanded !== undefined || !node.entry || node.entry.ignored || strip === 0) return '';
    const hit = new Set(hits.get(node.path) ?? node.entry.rebuilds);
    const left = right - steps.length * pitch;
    const marks = (wanted: boolean) => steps.flatMap((step, at) => (hit.has(step) === wanted ? [`M${round(left + at * pitch)} ${top + 5}h${round(pitch * 0.8)}v12h-${round(pitch * 0.8)}z`] : [])).join('');
    return `<path class="rest" d="${marks(false)}"/><path class="hit" d="${marks(true)}"/>`;
  };
  head(t('files.context-head'), strip === 0 ? '' : t('files.rebuilds-head'));
  list(sent);
  if (kept.length > 0) {
    y += APART;
    head(t('files.kept-out', { file: ignoreFile }), '');
    list(kept);
  }
  return framed({ ...options, height: y, rules: RULES }, parts);
}

function rowMarkup({ node, level, expanded }: TreeRow, top: number, width: number): string {
  const { entry } = node;
  const folder = expanded !== undefined;
  const edited = entry !== undefined && entry.change !== 'none';
  const x = (level - 1) * STEP;
  const note = node.removed ? t('files.removed') : entry?.ignored ? t('files.kept-by-line', { size: { bytes: entry.size }, line: entry.ignored.line }) : entry && !folder ? figure({ bytes: entry.size }) : '';
  const mark = edited ? t(entry.change === 'added' ? 'files.new' : 'files.edited') : '';
  const marked = mark === '' ? 0 : widthOf(mark, 11) + 10;
  const kind = node.removed ? ' gone' : entry?.ignored ? ' out' : folder ? ' folder' : edited ? ' edited' : '';
  const name = fitted(`${visibleText(node.name)}${folder ? '/' : ''}`, width - x - Math.max(SIZES, widthOf(note, 11) + 12) - marked, 12, 'mono');
  const after = x + widthOf(name, 12, 'mono') + 10;
  return [
    `<text class="name${kind}" x="${x}" y="${top + 15}" xml:space="preserve">${escape(name)}</text>`,
    mark === '' ? '' : `<text class="note edited" x="${round(after)}" y="${top + 15}">${escape(mark)}</text>`,
    note === '' ? '' : `<text class="note ls-end" x="${width}" y="${top + 15}">${escape(note)}</text>`,
  ].join('');
}

const round = (pixels: number): number => Math.round(pixels * 100) / 100;
