/** Class boards: titles and the codes that were handed in, as plain values. What the codes come to is worked out anew (`tally.ts`). */
import type { Message } from '#engine/source/message.ts';
import { byIds, findCodes, type LessonIds } from '../code/index.ts';

export interface Board {
  /** Different for every board, in every browser. */
  readonly id: string;
  /** As the teacher calls it: `Tuesday`. */
  readonly title: string;
  /** Whole codes, each once, in the order in which they came. */
  readonly codes: readonly string[];
}

/** All boards of a browser. */
export interface Boards {
  readonly version: 1;
  readonly boards: readonly Board[];
  /** Id of the one that is looked at. */
  readonly at: string;
}

export const boardLimits = { title: 80, codes: 5_000, boards: 200, text: 2_000_000 } as const;

/** A code that could not be taken. */
export interface BadCode {
  /** As it was typed, or its beginning. */
  readonly typed: string;
  readonly problem: Message;
  /** The code that it would be with one letter changed. */
  readonly instead?: string;
}

export interface Taken {
  readonly board: Board;
  readonly added: number;
  /** Codes that the board had. */
  readonly again: number;
  readonly bad: readonly BadCode[];
}

/** The board with every code of a text that is whole and of a lesson that is known. */
export function takeCodes(board: Board, text: string, lessons: readonly LessonIds[]): Taken {
  const codes = new Set(board.codes);
  const bad: BadCode[] = [];
  let again = 0;
  for (const found of findCodes(text.slice(0, boardLimits.text))) {
    if (!found.ok) {
      bad.push({ typed: found.typed, problem: found.problem, ...(found.instead !== undefined && { instead: found.instead }) });
      continue;
    }
    const read = byIds(found.result, lessons);
    if (!read.ok) bad.push({ typed: found.code, problem: read.problem });
    else if (codes.has(found.code)) again++;
    else if (codes.size >= boardLimits.codes) bad.push({ typed: found.code, problem: { id: 'teach.board-full', values: { n: boardLimits.codes } } });
    else codes.add(found.code);
  }
  const added = codes.size - board.codes.length;
  return { board: added === 0 ? board : { ...board, codes: [...codes] }, added, again, bad };
}

/** The board at which the teacher is. */
export const boardAt = ({ boards, at }: Boards): Board | undefined => boards.find(({ id }) => id === at) ?? boards[0];

export const withBoard = (all: Boards, board: Board): Boards => ({
  ...all,
  boards: all.boards.some(({ id }) => id === board.id) ? all.boards.map((one) => (one.id === board.id ? board : one)) : [...all.boards, board],
});

/** Without one; its neighbour is looked at. */
export function withoutBoard(all: Boards, id: string): Boards {
  const place = all.boards.findIndex((board) => board.id === id);
  const boards = all.boards.filter((board) => board.id !== id);
  return { ...all, boards, at: all.at === id ? (boards[Math.min(place, boards.length - 1)]?.id ?? '') : all.at };
}

/** One board more: the codes of those with the same id are joined, so that what was exported and went on elsewhere comes together. */
export function joinBoard(all: Boards, board: Board): Boards {
  const known = all.boards.find(({ id }) => id === board.id);
  return { ...withBoard(all, known ? { ...known, codes: [...new Set([...known.codes, ...board.codes])].slice(0, boardLimits.codes) } : board), at: board.id };
}
