/** Views that are words rather than drawings, as a picture: blocks of text with their signs, broken into lines without a DOM. */
import type { Phrase, Sentence } from '#engine/source/message.ts';
import type { SignName } from '#lib/ui/signs/sign.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { framed } from './frame.ts';
import { escape, signMarkup, type Look } from './graph/standalone.ts';
import { fitted, widthOf } from './letters.ts';

/** `say` is the one sentence that it is about, `output` is the machine's: its line breaks and spaces are kept. */
export type Voice = 'say' | 'head' | 'text' | 'small' | 'output';

export type Tone = 'cached' | 'rebuilt' | 'failed' | 'quiet' | 'strong';

export interface Block {
  readonly voice: Voice;
  readonly words: Sentence | string;
  readonly tone?: Tone;
  /** Before its first line. */
  readonly sign?: SignName;
  /** At the right of its first line. */
  readonly end?: string;
  /** A sign after that. */
  readonly endSign?: SignName;
  /** Pixels from the left. */
  readonly indent?: number;
  /** Pixels above it. */
  readonly above?: number;
  /** A line above it, over the whole width. */
  readonly ruled?: boolean;
}

export interface WrittenOptions extends Look {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What the foot says in place of the description, where that stands in the picture already. */
  readonly caption?: string;
  readonly width: number;
}

interface Setting {
  readonly size: number;
  readonly line: number;
  /** Of what is the machine's in it. */
  readonly mono: number;
}

const SETTINGS: Readonly<Record<Voice, Setting>> = {
  say: { size: 19, line: 27, mono: 15.5 },
  head: { size: 12, line: 18, mono: 11.5 },
  text: { size: 13, line: 20, mono: 12 },
  small: { size: 12, line: 18, mono: 11.5 },
  output: { size: 12, line: 18, mono: 12 },
};

const SIGN = 12;
/** From a sign to its words. */
const BESIDE = 20;
/** Of a column of words: longer lines are hard to read. */
const COLUMN = 720;

const RULES: readonly string[] = [
  '.say{font:400 19px "Source Serif 4",Charter,Georgia,serif;fill:var(--ink)}',
  '.head{font:640 12px var(--sans);fill:var(--ink)}',
  '.text{font:430 13px var(--sans);fill:var(--ink)}',
  '.small{font:430 12px var(--sans);fill:var(--ink-2)}',
  '.output{font:430 12px var(--mono);fill:var(--ink-2)}',
  '.end{font:430 12px var(--sans);fill:var(--ink-2);text-anchor:end}',
  '.code{font-family:var(--mono)}',
  '.tone-cached,.same{fill:var(--cached-text)}',
  '.tone-rebuilt,.changed{fill:var(--rebuilt-text)}',
  '.tone-failed{fill:var(--failed-text)}',
  '.tone-quiet{fill:var(--ink-3)}',
  '.tone-strong{font-weight:640;fill:var(--ink)}',
  '.rule{fill:none;stroke:var(--line-2)}',
  '.sign-cached{color:var(--cached-text)}',
  '.sign-rebuilt{color:var(--rebuilt-text)}',
  '.sign-failed{color:var(--failed-text)}',
  '.sign-none{color:var(--none-text)}',
];

/** Blocks from top to bottom → SVG text. */
export function writtenSvg(blocks: readonly Block[], options: WrittenOptions): string {
  let y = 0;
  const parts = blocks.map((block) => {
    y += block.above ?? 0;
    const { markup, height } = blockMarkup(block, y, options.width);
    y += height;
    return markup;
  });
  return framed({ ...options, height: Math.max(1, y), rules: RULES }, parts);
}

function blockMarkup(block: Block, top: number, width: number): { readonly markup: string; readonly height: number } {
  const { voice, tone, sign, end = '', endSign, indent = 0, ruled = false } = block;
  const { size, line } = SETTINGS[voice];
  const y = top + (ruled ? 10 : 0);
  const left = indent + (sign ? BESIDE : 0);
  const taken = end === '' ? 0 : widthOf(end, 12) + 16 + (endSign ? BESIDE : 0);
  const room = Math.max(80, Math.min(width - left - taken, voice === 'output' ? Infinity : COLUMN));
  const lines = voice === 'output' ? broken(plainly(block.words), room) : flowed(block.words, room, voice);
  const base = (at: number) => y + line * at + Math.round(line / 2 + size * 0.36);
  const right = width - (endSign ? BESIDE : 0);
  const markup = [
    ruled ? `<path class="rule" d="M0 ${top + 0.5}H${width}"/>` : '',
    sign ? signMarkup(sign, indent, y + (line - SIGN) / 2, SIGN, signClass(sign)) : '',
    ...lines.map((words, at) => (words.length === 0 ? '' : `<text class="${voice}${tone ? ` tone-${tone}` : ''}" x="${left}" y="${base(at)}" xml:space="preserve">${words.map((word) => phraseMarkup(word, voice)).join('')}</text>`)),
    end === '' ? '' : `<text class="end" x="${right}" y="${base(0)}">${escape(end)}</text>`,
    endSign ? signMarkup(endSign, width - SIGN, y + (line - SIGN) / 2, SIGN, signClass(endSign)) : '',
  ];
  return { markup: markup.join(''), height: y - top + line * Math.max(1, lines.length) };
}

function signClass(sign: SignName): string {
  if (sign === 'modelled') return 'ls-modelled';
  return `sign-${sign === 'cached' || sign === 'rebuilt' || sign === 'failed' ? sign : 'none'}`;
}

function phraseMarkup({ text, kind }: Phrase, voice: Voice): string {
  if (kind === 'words') return escape(text);
  return `<tspan class="code${kind === 'code' ? '' : ` ${kind}`}" font-size="${SETTINGS[voice].mono}" style="font-size:${SETTINGS[voice].mono}px">${escape(text)}</tspan>`;
}

const plainly = (words: Sentence | string): string => (typeof words === 'string' ? words : words.map(({ text }) => text).join(''));

/** A phrase in lines: words where they are, the machine's in its own face; a word longer than a line is cut. */
function flowed(words: Sentence | string, room: number, voice: Voice): readonly (readonly Phrase[])[] {
  const { size, mono } = SETTINGS[voice];
  const lines: Phrase[][] = [[]];
  let used = 0;
  for (const { text, kind } of typeof words === 'string' ? [{ text: words, kind: 'words' } as const] : words) {
    const measure = (part: string) => widthOf(part, kind === 'words' ? size : mono, kind === 'words' ? 'sans' : 'mono');
    for (const part of visibleText(text).split(/(?<=\s)/)) {
      if (used > 0 && used + measure(part.trimEnd()) > room) {
        lines.push([]);
        used = 0;
      }
      const shown = measure(part.trimEnd()) > room ? fitted(part, room, kind === 'words' ? size : mono, kind === 'words' ? 'sans' : 'mono') : part;
      const line = lines.at(-1)!;
      const last = line.at(-1);
      if (last?.kind === kind) line[line.length - 1] = { text: last.text + shown, kind };
      else line.push({ text: shown, kind });
      used += measure(shown);
    }
  }
  return lines;
}

/** Output in lines as a terminal breaks them: at its last column. */
function broken(text: string, room: number): readonly (readonly Phrase[])[] {
  const lines = visibleText(text, '\n\t').replaceAll('\t', '        ').split('\n');
  return lines.flatMap((line) => {
    const cut: Phrase[][] = [];
    let part = '';
    let used = 0;
    for (const letter of line) {
      const wide = widthOf(letter, SETTINGS.output.size, 'mono');
      if (used + wide > room) {
        cut.push([{ text: part, kind: 'words' }]);
        part = '';
        used = 0;
      }
      part += letter;
      used += wide;
    }
    return [...cut, part === '' ? [] : [{ text: part, kind: 'words' as const }]];
  });
}

/** The last so many lines, and how many are left out above them. */
export function lastLines<Line>(lines: readonly Line[], most: number): { readonly shown: readonly Line[]; readonly above: number } {
  const above = Math.max(0, lines.length - most);
  return { shown: lines.slice(above), above };
}
