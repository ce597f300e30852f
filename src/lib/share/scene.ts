/** What a link holds once it is read: where it starts, what was done, what is looked at, what is said to it. */
import { actionsOf, type Log, type LogNode } from '#engine/workspace/log.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { DuelSetup } from '#engine/workspace/duel/index.ts';

/** What is looked at: a view, a step, the file beside the Dockerfile, a build of the history. */
export interface Looking {
  readonly view?: string;
  readonly step?: string;
  readonly file?: string;
  readonly build?: number;
}

/** What somebody says to a moment: `at` counts the actions of the list up to it. Where nothing else is said, what was just done is looked at. */
export interface Note extends Looking {
  readonly at: number;
  readonly text: string;
}

export interface SharedScene extends Looking {
  /** Slug of the scenario that it starts from, `learn/…` for those of a lesson; what was brought in over it is among the actions. */
  readonly scenario: string;
  readonly actions: readonly Action[];
  /** Actions that were not done after the one before them in the list: which one, and after which (−1: at the beginning). */
  readonly branches?: readonly (readonly [action: number, after: number])[];
  /** How many actions of the list have happened where it stands; all of them where absent. */
  readonly stands?: number;
  readonly notes?: readonly Note[];
  /** What the narration is called. */
  readonly title?: string;
  /** It opens as a question: the outcomes of the next build are hidden until somebody has guessed. */
  readonly asks?: true;
  /** Two Dockerfiles that are set against each other. */
  readonly duel?: DuelSetup;
}

/** What a log leads to, as the actions on the way there: branches that were left are not told. */
export function sharedActions(log: Log): readonly Action[] {
  return actionsOf(log);
}

/** The log that a shared scene begins with: a node for each action, so that the notes count the same. */
export function sharedLog({ scenario, actions, branches = [], stands = actions.length, notes }: SharedScene): Log {
  const parents = new Map(branches);
  const nodes: readonly LogNode[] = actions.map((action, id) => ({ action, parent: parents.get(id) ?? id - 1 }));
  const at = Math.min(stands, nodes.length) - 1;
  // Typing makes the newest action longer: in a narration that must not be one that a note is about.
  const newest = actions.at(-1);
  const guard: readonly LogNode[] = notes && (newest?.type === 'write' || newest?.type === 'options') ? [{ action: { type: 'wait', duration: 0 }, parent: nodes.length - 1 }] : [];
  return { scenario, nodes: [...nodes, ...guard], at, tip: at };
}
