/** The quiet foot of a picture that leaves the page: what it is, what it shows in a sentence, what `≈` means, and what drew it. */
import { t } from '#messages/index.ts';
import { escape, signMarkup } from './graph/standalone.ts';
import { fitted, widthOf, wrapped } from './letters.ts';

/** Pixels around what is drawn. */
export const MARGIN = 24;

/** What leaves the page is never narrower than its foot can be read in. */
const LEAST = 380;
/** Between what is drawn and the foot's line, and from there to the first baseline. */
const APART = 20;
const FIRST = 22;
const LINE = 16;
/** Lines that the sentence may have, and the room that the name at the right takes. */
const MOST = 3;
const NAME = 116;
const BRAND = 'Layerscope';

export interface Footed {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** What the foot says in place of the description; empty: nothing, with the description's lines kept free. */
  readonly caption?: string;
}

/** What is drawn, its margin and its foot; sizes in pixels. */
export function footed({ title, description, caption = description, ...inner }: Footed, drawn: readonly string[]): { readonly parts: readonly string[]; readonly width: number; readonly height: number } {
  const room = Math.max(inner.width, LEAST);
  const top = MARGIN + inner.height + APART;
  const lines = wrapped(caption, room - NAME, 12, MOST);
  const kept = caption === '' ? wrapped(description, room - NAME, 12, MOST) : lines;
  const modelled = drawn.some((part) => /ls-modelled|≈/.test(part));
  const last = top + FIRST + LINE * Math.max(1, kept.length) + 2;
  const sentence = wrapped(t('picture.modelled'), room - 18, 11, 2);
  const height = Math.ceil(last + (modelled ? LINE * sentence.length + 6 : 0) + MARGIN - 6);
  const right = MARGIN + room;
  return {
    width: room + 2 * MARGIN,
    height,
    parts: [
      `<g transform="translate(${MARGIN} ${MARGIN})">`,
      ...drawn,
      '</g>',
      `<path d="M${MARGIN} ${top + 0.5}H${right}" fill="none" style="stroke:var(--line-2)"/>`,
      `<text style="font:640 12px var(--sans);fill:var(--ink)" x="${MARGIN}" y="${top + FIRST}">${escape(fitted(title, room - NAME, 12))}</text>`,
      ...lines.map((line, at) => `<text style="font:430 12px var(--sans);fill:var(--ink-2)" x="${MARGIN}" y="${top + FIRST + LINE * (at + 1) + 2}">${escape(line)}</text>`),
      mark(right - widthOf(BRAND, 12) - 17, top + FIRST - 11),
      `<text style="font:560 12px var(--sans);fill:var(--ink-2)" text-anchor="end" x="${right}" y="${top + FIRST}">${BRAND}</text>`,
      ...(modelled ? [signMarkup('modelled', MARGIN, last + LINE - 5, 11, 'ls-modelled'), ...sentence.map((line, at) => `<text style="font:430 11px var(--sans);fill:var(--ink-3)" x="${MARGIN + 16}" y="${last + LINE * (at + 1) + 4}">${escape(line)}</text>`)] : []),
    ],
  };
}

/** The mark of the page, small. */
function mark(x: number, y: number): string {
  const core = (y: number, width: number, colour: string, opacity: number) => `<path d="M0 ${y}h${width}v3h-${width}z" style="fill:var(--${colour}-fill)" opacity="${opacity}"/>`;
  return `<svg x="${x}" y="${y}" width="14" height="14" viewBox="0 0 16 16">${core(0, 16, 'cached', 1)}${core(4, 16, 'cached', 0.6)}${core(8, 11, 'rebuilt', 1)}${core(12, 11, 'rebuilt', 0.6)}</svg>`;
}
