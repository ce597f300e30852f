/** The class boards of this browser: read once, kept with every change, followed when another tab changes them. */
import { t } from '#messages/index.ts';
import type { LessonIds } from '../code/index.ts';
import { boardAt, joinBoard, takeCodes, withBoard, withoutBoard, type Board, type Boards, type Taken } from './board.ts';
import { noBoards, readBoard, readBoards } from './stored.ts';

const key = 'layerscope:boards';
const asideKey = 'layerscope:boards-set-aside';

export class ClassBoards {
  all: Boards = $state.raw(noBoards);
  /** What went wrong with reading or keeping, in a sentence. */
  problem: string | undefined = $state();
  /** The board that was deleted last, and where it stood. */
  deleted: { readonly board: Board; readonly at: number } | undefined = $state.raw();
  readonly board: Board | undefined = $derived(boardAt(this.all));

  /** Reads what was kept, and follows other tabs until the function that it gives is called. */
  open(): () => void {
    this.#read();
    const follow = (event: StorageEvent) => {
      if (event.key === key || event.key === null) this.#read();
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }

  #read(): void {
    let text: string | null;
    try {
      text = localStorage.getItem(key);
    } catch {
      this.problem = t('teach.keeps-nothing');
      return;
    }
    const read = readBoards(text);
    if (read.ok) {
      this.all = { ...read.value, at: this.all.at !== '' && read.value.boards.some(({ id }) => id === this.all.at) ? this.all.at : read.value.at };
      return;
    }
    this.problem = t('teach.boards-set-aside', { problem: read.problem });
    try {
      localStorage.setItem(asideKey, text ?? '');
      localStorage.removeItem(key);
    } catch {
      this.problem = t('teach.keeps-nothing');
    }
  }

  #keep(all: Boards): void {
    this.all = all;
    try {
      localStorage.setItem(key, JSON.stringify(all));
      this.problem = undefined;
    } catch {
      this.problem = t('teach.keeps-nothing');
    }
  }

  add(title: string): Board {
    const board = { id: crypto.randomUUID(), title, codes: [] };
    this.#keep({ ...withBoard(this.all, board), at: board.id });
    return board;
  }

  go(id: string): void {
    this.#keep({ ...this.all, at: id });
  }

  rename(title: string): void {
    if (this.board) this.#keep(withBoard(this.all, { ...this.board, title }));
  }

  /** Takes the codes of a text into the board; makes one where there is none. */
  take(text: string, lessons: readonly LessonIds[]): Taken {
    const taken = takeCodes(this.board ?? { id: crypto.randomUUID(), title: t('teach.first-board'), codes: [] }, text, lessons);
    if (taken.added > 0) this.#keep({ ...withBoard(this.all, taken.board), at: taken.board.id });
    return taken;
  }

  delete(): void {
    if (!this.board) return;
    this.deleted = { board: this.board, at: this.all.boards.indexOf(this.board) };
    this.#keep(withoutBoard(this.all, this.board.id));
  }

  undelete(): void {
    if (!this.deleted) return;
    const { board, at } = this.deleted;
    this.deleted = undefined;
    this.#keep({ ...this.all, boards: this.all.boards.toSpliced(at, 0, board), at: board.id });
  }

  /** Takes an exported board in; a sentence where the text is none. */
  import(text: string): string | undefined {
    const read = readBoard(text);
    if (!read.ok) return t('teach.not-a-board', { problem: read.problem });
    this.#keep(joinBoard(this.all, read.value));
    return undefined;
  }
}
