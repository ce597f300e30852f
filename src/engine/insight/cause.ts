/** The one cause of a step's outcome, and the others that are true too. */
import type { BuildResult } from '../solver/build.ts';
import { compare, place, type Comparison, type FieldChange, type InputComparison, type Placed } from './comparison.ts';
import type { Cause } from './explanation.ts';

/** A cause, with the input or the fields of the operation that it lies in. */
export interface Found {
  readonly cause: Cause;
  readonly input?: InputComparison;
  readonly fields?: readonly FieldChange[];
}

export interface Causes extends Found {
  /** For `never-built`: an earlier build had the result, and the cache has it no more. */
  readonly forgotten?: boolean;
  readonly also: readonly Found[];
}

export function findCauses(earlier: readonly BuildResult[], now: Placed, comparison: Comparison): Causes {
  const { step, vertex } = now;
  const { before, inputs } = comparison;
  switch (step.state) {
    case 'not-needed':
    case 'stopped':
    case 'failed':
      return { cause: step.state, also: [] };
    case 'cached': {
      const cutOff = inputs.find((input) => input.content && input.producer?.state === 'rebuilt');
      return cutOff ? { cause: 'same-content', input: cutOff, also: [] } : { cause: 'same-key', also: [] };
    }
    case 'rebuilt': {
      if (vertex?.key?.ignoreCache) return { cause: 'no-cache', also: [] };
      if (!before) return { cause: 'never-built', also: [] };
      const found = [...fieldCauses(now, comparison), ...inputCauses(now, inputs)];
      const [first, ...rest] = found.length > 0 ? found : otherParent(inputs);
      const root = first ? unknownParent(earlier, now, first) : undefined;
      if (first && !root) return { ...first, also: rest };
      const had = before.build.elsewhere !== true && (before.step.state === 'rebuilt' || before.step.state === 'cached');
      return { cause: 'never-built', forgotten: had && root?.forgotten !== false, also: [] };
    }
  }
}

/** A parent that ran only because nothing was remembered of it is no cause: this step is as unknown as its parent. */
function unknownParent(earlier: readonly BuildResult[], now: Placed, { cause, input }: Found): Causes | undefined {
  const parent = cause === 'parent' && input?.producer ? place(now.build, input.producer.id) : undefined;
  if (!parent || parent.step.id === now.step.id) return undefined;
  const causes = findCauses(earlier, parent, compare(earlier, parent));
  return causes.cause === 'never-built' ? { forgotten: false, ...causes } : undefined;
}

/** A cached parent that is another step than before: lines were moved or taken out above. */
function otherParent(inputs: readonly InputComparison[]): Found[] {
  return inputs.filter(({ content, instead }) => !content && instead).slice(0, 1).map((input) => ({ cause: 'parent', input }));
}

/** What differs in the operation, by cause. The classic builder's parent image is an input, not part of the operation. */
function fieldCauses(now: Placed, { fields }: Comparison): Found[] {
  if (movedTag(now, fields)) return [{ cause: 'base' }];
  const causeOf = ({ name }: FieldChange): Cause => {
    const variable = variableOf(name);
    if (variable === undefined) return 'instruction';
    return declaresArgument(now, variable) ? 'argument' : 'environment';
  };
  const own = fields.filter(({ name }) => name !== 'parent image');
  return (['instruction', 'argument', 'environment'] as const)
    .map((cause) => ({ cause, fields: own.filter((field) => causeOf(field) === cause) }))
    .filter((found) => found.fields.length > 0);
}

/** The variable that a field of the operation is about. */
export function variableOf(field: string): string | undefined {
  return /^environment (.+)$/.exec(field)?.[1];
}

/** The digests before and after of a FROM that names the same tag as before; undefined for any other change. */
export function movedTag(now: Placed, fields: Comparison['fields']): { readonly before: string; readonly after: string } | undefined {
  if (now.step.keyword !== 'FROM') return undefined;
  const manifest = fields.find(({ name }) => name === 'manifest');
  if (fields.some(({ name }) => name === 'image') || manifest?.before === undefined || manifest.after === undefined) return undefined;
  return { before: manifest.before, after: manifest.after };
}

function declaresArgument(now: Placed, name: string): boolean {
  return now.build.record.dockerfile.text.split('\n').some((line) => /^\s*ARG\s/i.test(line) && line.split(/[\s=]+/).includes(name));
}

function inputCauses(now: Placed, inputs: readonly InputComparison[]): Found[] {
  const contents = inputs.filter((input) => input.content && input.changed).map((input) => ({ cause: contentCause(input), input }));
  const parents = inputs.filter((input) => !input.content && input.changed).map((input) => ({ cause: parentCause(input), input }));
  return now.step.keyword === 'FROM' ? parents : [...contents, ...parents];
}

function contentCause(input: InputComparison): Cause {
  const kinds = new Set(input.files.map((change) => change.kind));
  if (kinds.has('content')) return 'file-content';
  if (kinds.has('mode')) return 'file-mode';
  if (kinds.has('added')) return 'file-added';
  if (kinds.has('removed')) return 'file-removed';
  return kinds.has('type') ? 'file-type' : 'file-content';
}

/** A parent that is a base image under another digest has moved; any other parent ran. */
function parentCause(input: InputComparison): Cause {
  return input.producer?.keyword === 'FROM' && input.producer.state !== 'cached' && input.before !== input.after ? 'base' : 'parent';
}
