/** The way of the wave through one step: back to the first cause, and on to where it ends. */
import type { BuildResult } from '../solver/build.ts';
import type { StepRecord } from '../solver/record.ts';
import { findCauses, type Found } from './cause.ts';
import { shortDigest } from '../source/figures.ts';
import type { Figure, Message } from '../source/message.ts';
import { compare, place, type Comparison, type InputComparison, type Placed } from './comparison.ts';
import type { ChainLink, FileChange } from './explanation.ts';
import { about, isOtherParent, mainPath } from './wording.ts';

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
  const found = findCauses(earlier, now, comparison);
  const { cause, input } = found;
  if (cause === 'never-built' || cause === 'stopped' || cause === 'not-needed') return [];
  if (now.step.state === 'cached' && cause !== 'same-content') return [];
  const own: ChainLink = { state: linkState(now), sentence: linkMessage(now, found), figure: timeOf(now.step), step: now.step.id };
  const before = input?.producer && place(now.build, input.producer.id);
  if (before) {
    const upstream = backward(earlier, before, compare(earlier, before), seen);
    return [...upstream, ...(input.content ? [artifactLink(input)] : []), own];
  }
  const [first] = input?.files ?? [];
  return first ? [fileLink(first), own] : [own];
}

const linkState = ({ step }: Placed): ChainLink['state'] => (step.state === 'cached' ? 'same' : step.state === 'failed' ? 'failed' : 'changed');

const timeOf = (step: StepRecord): Figure => ({ milliseconds: (step.completed ?? 0) - (step.started ?? 0) });

function linkMessage(now: Placed, found: Partial<Found>): Message {
  const { cause, input, fields = [] } = found;
  const values = about(now);
  if (now.step.state === 'cached') return { id: 'why.link-stays', values };
  if (now.step.state === 'failed') return { id: 'why.link-failed', values };
  if (isOtherParent(found)) return { id: 'why.link-other-parent', values };
  if (input) return { id: input.content ? 'why.link-reads' : 'why.link-starts', values };
  if (cause === 'base') return { id: 'why.link-base', values };
  if (cause === 'no-cache') return { id: 'why.link-no-cache', values };
  if (cause === 'argument' || cause === 'environment') return { id: 'why.link-environment', values };
  const platform = fields.some(({ name }) => name === 'platform') && fields.every(({ name }) => /^(?:platform|manifest|layer chain)$/.test(name));
  return { id: platform ? 'why.link-platform' : 'why.link-instruction', values };
}

function artifactLink(input: InputComparison): ChainLink {
  const values = { path: mainPath(input) };
  return input.changed ? { state: 'changed', sentence: { id: 'why.link-differs', values } } : { state: 'same', sentence: { id: 'why.link-same', values } };
}

function fileLink({ path, kind, before, after }: FileChange): ChainLink {
  const digests = {
    ...(before && { before: shortDigest(before.digest) }),
    ...(after && { after: shortDigest(after.digest) }),
  };
  const figure: Figure = { bytesChange: (after?.size ?? 0) - (before?.size ?? 0) };
  return { state: 'changed', sentence: { id: 'why.link-file', values: { path, kind } }, ...(kind === 'mode' ? {} : { figure, digests }) };
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
    const own: ChainLink = { state, sentence: linkMessage(next, { input }), figure: timeOf(step), step: step.id };
    return [...(input.content ? [artifactLink(input)] : []), own, ...forward(earlier, next, seen)];
  }
  return [];
}

function readersOf({ build, step }: Placed): readonly StepRecord[] {
  return build.record.steps.filter((candidate) => candidate.reads.some((read) => 'step' in read && read.step === step.id));
}
