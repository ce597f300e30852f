/** The text of a lesson in sections, each from a headline to the next, and what the bench shows at each place. */
import type { Block } from '#lib/lessons/lesson.ts';

export interface Section {
  /** Absent for what stands before the first headline. */
  readonly heading?: Extract<Block, { kind: 'heading' }>;
  readonly blocks: readonly Placed[];
}

/** A block with its place among all of them. */
export interface Placed {
  readonly at: number;
  readonly block: Block;
}

export function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: { heading?: Extract<Block, { kind: 'heading' }>; blocks: Placed[] }[] = [{ blocks: [] }];
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading') sections.push({ heading: block, blocks: [] });
    else sections.at(-1)!.blocks.push({ at, block });
  }
  return sections.filter(({ heading, blocks: own }) => heading || own.length > 0);
}

/**
 * Which of the places that change what the bench shows is the one that counts: the last whose top is above the line, at which
 * people read. `tops` are in pixels from the top of the window, in the order of the text; -1 where all are still to come.
 */
export function placeInView(tops: readonly number[], line: number): number {
  return tops.findLastIndex((top) => top <= line);
}
