/** What a class sees at one stop: a plain value, drawn alike in the presenter's window and in that of the audience. */
import type { TerminalEntry } from '#engine/workspace/execute.ts';
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import type { Beat } from '#engine/workspace/talk.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Message } from '#engine/source/message.ts';
import type { GuessMark } from '#lib/views/graph/guess.ts';

export type Marks = Readonly<Record<string, GuessMark>>;

export interface Screen {
  readonly kind: Beat['kind'];
  readonly heading: Message;
  /** Of an answer: what was asked. */
  readonly question?: Message;
  /** Of the title: what the scene teaches, in the scene's own words. */
  readonly point?: string;
  /** From 0. */
  readonly at: number;
  readonly of: number;
  readonly record?: BuildRecord;
  readonly before?: BuildRecord;
  readonly sameImageAs?: number;
  readonly files: readonly FileEntry[];
  readonly edited: readonly string[];
  /** What the class said of each step. */
  readonly marks: Marks;
  /** The step that is explained. */
  readonly step?: string;
  readonly entry?: TerminalEntry;
  readonly blank: boolean;
}

/** How many of the steps that can be guessed were, and how many of those rightly. */
export interface Score {
  readonly answered: number;
  readonly asked: number;
  readonly right: number;
}

/** The score of a class; steps that are not needed are not asked about. */
export function scoreOf(record: BuildRecord | undefined, marks: Marks): Score {
  const asked = record?.steps.filter(({ state }) => state !== 'not-needed') ?? [];
  const answered = asked.filter(({ id }) => marks[id] !== undefined);
  return { asked: asked.length, answered: answered.length, right: answered.filter((step) => isRight(step.state, marks[step.id])).length };
}

/** A step stayed cached, or it ran: one that failed or was stopped was not in the cache either. */
export function isRight(state: BuildRecord['steps'][number]['state'], mark: GuessMark | undefined): boolean {
  return mark !== undefined && (state === 'cached') === (mark === 'hit');
}
