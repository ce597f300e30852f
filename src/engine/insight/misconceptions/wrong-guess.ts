/** What is known of a wrong guess: the step, why it came out as it did, and what had changed in the world since the build before. */
import type { StepPlan } from '../../graph/plan.ts';
import type { BuildResult } from '../../solver/build.ts';
import { findCauses } from '../cause.ts';
import { compare, place, type Comparison, type Placed } from '../comparison.ts';
import type { Cause } from '../explanation.ts';
import { readsPaths } from '../file-changes.ts';
import type { Guess } from './misconception.ts';
import type { Project, WorldChanges } from './world-changes.ts';

export interface WrongGuess {
  readonly guess: Guess;
  readonly now: Placed;
  readonly comparison: Comparison;
  readonly cause: Cause;
  /** Where the chain of parents that ran began; the step itself where it has a cause of its own. */
  readonly root: Root;
  readonly earlier: readonly BuildResult[];
  readonly world: WorldChanges;
  readonly project: Project;
}

export interface Root {
  readonly step: Placed;
  readonly cause: Cause;
  readonly comparison: Comparison;
}

/** The facts about a guess of one step; undefined where the build has no such step. `world`: the same for all steps of a build. */
export function wrongGuess(earlier: readonly BuildResult[], build: BuildResult, stepId: string, guess: Guess, project: Project, world: WorldChanges): WrongGuess | undefined {
  const now = place(build, stepId);
  if (!now) return undefined;
  const comparison = compare(earlier, now);
  const { cause } = findCauses(earlier, now, comparison);
  return { guess, now, comparison, cause, root: rootOf(earlier, now), earlier, project, world };
}

function rootOf(earlier: readonly BuildResult[], from: Placed): Root {
  const comparison = compare(earlier, from);
  const { cause, input } = findCauses(earlier, from, comparison);
  const parent = cause === 'parent' && input?.producer && input.producer.id !== from.step.id ? place(from.build, input.producer.id) : undefined;
  return parent ? rootOf(earlier, parent) : { step: from, cause, comparison };
}

/** It was said to stay cached, and it ran. */
export const saidHit = ({ guess, now }: WrongGuess): boolean => guess === 'hit' && (now.step.state === 'rebuilt' || now.step.state === 'failed');

/** It was said to run, and it stayed cached. */
export const saidMiss = ({ guess, now }: WrongGuess): boolean => guess === 'miss' && now.step.state === 'cached';

/** Whether a step reads a file of the context. */
export function readsFile(step: StepPlan, path: string): boolean {
  return step.reads.some((read) => read.kind === 'context' && readsPaths(read.paths)(path));
}

/** Paths of files that changed under the root of the wave; empty where its cause is none. */
export function rootFiles({ root }: WrongGuess): readonly string[] {
  return root.cause.startsWith('file-') ? root.comparison.inputs.flatMap(({ producer, files }) => (producer ? [] : files.map(({ path }) => path))) : [];
}

/** As high as given where the step is where the wave begins, lower where it only stands on it. */
export function byDistance({ now, root }: WrongGuess, near: number, far: number): number {
  return root.step.step.id === now.step.id ? near : far;
}

/** Labels of the ingredients of its operation that are others than before. */
export function changedFields({ step, comparison }: Root): readonly string[] {
  const [old, now] = [comparison.before?.vertex?.key?.fields ?? {}, step.vertex?.key?.fields ?? {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((label) => old[label] !== now[label]);
}
