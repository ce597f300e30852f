/** The precise sentences of the Why panel: which ingredient of the key changed from what to what, what was looked up and found. */
import type { CacheHit } from '../solver/record.ts';
import { shortDigest } from '../source/figures.ts';
import type { Message } from '../source/message.ts';
import { movedTag, type Causes } from './cause.ts';
import type { Comparison, FieldChange, InputComparison, Placed } from './comparison.ts';
import type { FileChange } from './explanation.ts';
import { fieldLabel } from './field-label.ts';
import { about, isOtherParent, mainPath, stageName, stepLabel } from './wording.ts';

type Values = NonNullable<Message['values']>;

/** `earlier`: whether there are builds before this one. */
export function preciseMessage(now: Placed, comparison: Comparison, causes: Causes, earlier: boolean): Message {
  const { cause, input } = causes;
  const values = about(now);
  switch (cause) {
    case 'same-content':
      return { id: 'why.precise-same-content', values: { ...values, path: mainPath(input), digest: input?.after ? shortDigest(input.after) : 'none', ...source(now) } };
    case 'same-key':
      return sameKey(now, comparison);
    case 'not-needed':
      return { id: 'why.precise-not-needed', values: { ...values, stage: stageName(now) } };
    case 'never-built': {
      const digest = now.vertex?.key ? shortDigest(now.vertex.key.operation) : 'none';
      return { id: causes.forgotten ? 'why.precise-forgotten' : earlier ? 'why.precise-new' : 'why.precise-never-built', values: { ...values, digest } };
    }
    case 'no-cache':
      return { id: 'why.precise-no-cache', values };
    case 'failed':
      return { id: 'why.precise-failed', values: { ...values, error: now.step.error ?? '' } };
    case 'stopped':
      return { id: 'why.precise-stopped', values };
    case 'parent':
      if (isOtherParent(causes)) return { id: 'why.precise-other-parent', values: { ...values, parent: stepLabel(input?.producer?.text ?? ''), former: stepLabel(input?.instead?.text ?? '') } };
      return { id: 'why.precise-parent', values: { ...values, keyword: now.step.keyword } };
    case 'base': {
      const { before, after } = movedTag(now, comparison.fields) ?? { before: input?.before ?? '', after: input?.after ?? '' };
      return { id: 'why.precise-base', values: { before: shortDigest(before), after: shortDigest(after) } };
    }
    case 'instruction':
    case 'argument':
    case 'environment':
      return fields(now, causes.fields ?? []);
    default:
      return content(now, input);
  }
}

function content(now: Placed, input: InputComparison | undefined): Message {
  const { before, after, files = [], of = 0 } = input ?? {};
  const digests: Values = before && after ? { known: 'yes', before: shortDigest(before), after: shortDigest(after) } : { known: 'no' };
  const [first, ...rest] = files;
  if (!first) return { id: 'why.precise-content', values: { ...about(now), ...digests } };
  return {
    id: 'why.precise-files',
    values: { ...about(now), ...digests, files: files.length, of: Math.max(of, files.length), first: fileFacts(first), more: rest.length, kind: first.kind },
  };
}

function fileFacts({ path, kind, before, after }: FileChange): Message {
  if (kind === 'removed' && before) return { id: 'why.fact-removed', values: { path, before: { exactBytes: before.size } } };
  if (kind === 'added' && after) return { id: 'why.fact-added', values: { path, after: { exactBytes: after.size }, new: shortDigest(after.digest) } };
  if (kind === 'type' || !before || !after) return { id: 'why.fact-type', values: { path } };
  if (kind === 'mode') return { id: 'why.fact-mode', values: { path, before: octal(before.mode), after: octal(after.mode) } };
  return {
    id: 'why.fact-content',
    values: {
      path,
      before: { exactBytes: before.size },
      after: { exactBytes: after.size },
      size: before.size === after.size ? 'same' : 'other',
      old: shortDigest(before.digest),
      new: shortDigest(after.digest),
    },
  };
}

function fields(now: Placed, [field, ...rest]: readonly FieldChange[]): Message {
  if (!field) return { id: 'why.precise-operation', values: about(now) };
  const { name, before = '', after = '' } = field;
  const change = field.before === undefined ? 'new' : field.after === undefined ? 'gone' : 'other';
  return { id: 'why.precise-field', values: { ...about(now), label: fieldLabel(name), change, before, after, more: rest.length } };
}

function sameKey(now: Placed, { inputs }: Comparison): Message {
  const { hit } = now.step;
  const values = { ...about(now), ...source(now) };
  if (!hit) return { id: 'why.precise-same-key', values };
  if (hit.via === 'below') return { id: 'why.precise-below', values };
  const read = inputs.find((input) => input.content && input.after);
  if (hit.via === 'content' && read?.after) return { id: 'why.precise-context', values: { ...values, digest: shortDigest(read.after) } };
  return { id: 'why.precise-same', values };
}

/** Where a result that was found comes from: a build, or an imported cache. */
function source({ step, build }: Placed): { readonly source: 'build' | 'import'; readonly build: number; readonly cache: string } {
  const hit: CacheHit | undefined = step.hit;
  return { source: hit?.imported === undefined ? 'build' : 'import', build: hit?.build ?? build.record.number - 1, cache: hit?.imported ?? '' };
}

/** `0644`. */
const octal = (mode: number): string => mode.toString(8).padStart(4, '0');
