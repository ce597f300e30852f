/** The way of the wave through one step: back to the first cause, and on to where it ends. */
import type { BuildResult } from '../solver/build.ts';
import type { StepRecord } from '../solver/record.ts';
import { findCauses } from './cause.ts';
import { compare, place, type Comparison, type InputComparison, type Placed } from './comparison.ts';
import type { Cause, ChainLink, FileChange } from './explanation.ts';
import { formatBytesChange, formatDuration, shortDigest } from '../source/figures.ts';
import { changed, code, same, say } from './sentence.ts';
import { mainPath, stepLabel } from './wording.ts';

/** Links before a chain is cut: what a reader can follow. */
const longest = 12;

export function causalChain(earlier: readonly BuildResult[], now: Placed, comparison: Comparison): readonly ChainLink[] {
  const back = backward(earlier, now, comparison, new Set());
  const forth = back.length > 0 ? forward(earlier, now, new Set([now.step.id])) : [];
  return [...back, ...forth].slice(0, longest);
}

/** What led to this step, first cause first, this step last. Empty where there is no wave. */
function backward(earlier: readonly BuildResult[], now: Placed, comparison: Comparison, seen: Set<string>): readonly ChainLink[] {
  if (seen.has(now.step.id) || seen.size > longest) return [];
  seen.add(now.step.id);
  const { cause, input } = findCauses(earlier, now, comparison);
  if (now.step.state === 'rebuilt' && cause === 'never-built') return [];
  if (now.step.state === 'cached' && cause !== 'same-content') return [];
  const own: ChainLink = { state: linkState(now), sentence: linkSentence(now, input, cause), figure: formatDuration((now.step.completed ?? 0) - (now.step.started ?? 0)), step: now.step.id };
  const before = input?.producer && place(now.build, input.producer.id);
  if (before) {
    const upstream = backward(earlier, before, compare(earlier, before), seen);
    return [...upstream, ...(input.content ? [artifactLink(input)] : []), own];
  }
  const [first] = input?.files ?? [];
  return first ? [fileLink(first), own] : [own];
}

const linkState = ({ step }: Placed): ChainLink['state'] => (step.state === 'cached' ? 'same' : step.state === 'failed' ? 'failed' : 'changed');

function linkSentence(now: Placed, input: InputComparison | undefined, cause?: Cause): ChainLink['sentence'] {
  const label = code(stepLabel(now.step.text));
  if (now.step.state === 'cached') return say(label, now.build.record.predicted ? ' stays cached' : ' stayed cached');
  if (now.step.state === 'failed') return say(label, ' failed');
  if (!input) return say(label, cause === 'base' ? ' leads to another image' : ' is another instruction');
  return input.content ? say(label, ' reads it') : say(label, ' starts from it');
}

function artifactLink(input: InputComparison): ChainLink {
  return input.changed
    ? { state: 'changed', sentence: say(changed(mainPath(input)), ' differs') }
    : { state: 'same', sentence: say(same(mainPath(input)), ' is the same') };
}

function fileLink(change: FileChange): ChainLink {
  const what = { content: 'edited', added: 'added', removed: 'removed', mode: 'has another mode', type: 'is another kind of file' }[change.kind];
  const difference = (change.after?.size ?? 0) - (change.before?.size ?? 0);
  const digests = {
    ...(change.before && { before: shortDigest(change.before.digest) }),
    ...(change.after && { after: shortDigest(change.after.digest) }),
  };
  return { state: 'changed', sentence: say(changed(change.path), ` ${what}`), ...(change.kind === 'mode' ? {} : { figure: formatBytesChange(difference), digests }) };
}

/** What this step led to: its readers that ran because of it, and the reader where it stopped. */
function forward(earlier: readonly BuildResult[], from: Placed, seen: Set<string>): readonly ChainLink[] {
  if (from.step.state !== 'rebuilt' || seen.size > longest) return [];
  for (const step of readersOf(from)) {
    const next = place(from.build, step.id);
    if (!next || seen.has(step.id)) continue;
    const input = compare(earlier, next).inputs.find((candidate) => candidate.producer?.id === from.step.id);
    if (!input || (step.state !== 'rebuilt' && step.state !== 'cached')) continue;
    seen.add(step.id);
    const state = step.state === 'cached' ? 'same' : 'changed';
    const own: ChainLink = { state, sentence: linkSentence(next, input), figure: formatDuration((step.completed ?? 0) - (step.started ?? 0)), step: step.id };
    return [...(input.content ? [artifactLink(input)] : []), own, ...forward(earlier, next, seen)];
  }
  return [];
}

function readersOf({ build, step }: Placed): readonly StepRecord[] {
  return build.record.steps.filter((candidate) => candidate.reads.some((read) => 'step' in read && read.step === step.id));
}
