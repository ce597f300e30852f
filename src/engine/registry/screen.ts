/** What a push or pull prints: messages below each other, and rows of layers that change until they are done. */
import type { Digest } from '../fs/node.ts';
import type { OutputLine } from './transfer.ts';

interface Row {
  readonly stream: 1 | 2;
  readonly id?: string;
  /** What it said, one after the other. */
  readonly states: { readonly time: number; readonly text: string }[];
}

export class Screen {
  readonly #rows: Row[] = [];

  /** A message of its own. */
  print(time: number, text: string, stream: 1 | 2 = 1): void {
    this.#rows.push({ stream, states: [{ time, text }] });
  }

  /** `5f70bf18a086: Pushed`: the row of a blob, which stands where it was first spoken of. */
  row(time: number, id: string, text: string): void {
    const there = this.#rows.find((row) => row.id === id);
    const state = { time, text: `${id}: ${text}` };
    if (there) there.states.push(state);
    else this.#rows.push({ stream: 1, id, states: [state] });
  }

  /** As it stands in the end, or at a moment before. A line cannot come before the one above it. */
  lines(until = Infinity): readonly OutputLine[] {
    let time = 0;
    return this.#rows.flatMap(({ stream, states }) => {
      const state = states.findLast((each) => each.time <= until);
      if (!state) return [];
      time = Math.max(time, state.time);
      return [{ stream, time, text: `${state.text}\n` }];
    });
  }
}

/** The first twelve hex digits (`stringid.TruncateID`). */
export const shortId = (digest: Digest | string): string => digest.replace(/^[a-z0-9]+:/, '').slice(0, 12);
