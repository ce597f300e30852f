/** The one cause of a step's outcome, and the others that are true too. */
import type { BuildResult } from '../solver/build.ts';
import { compare, place, type Comparison, type InputComparison, type Placed } from './comparison.ts';
import type { Cause } from './explanation.ts';

export interface Causes {
  readonly cause: Cause;
  /** The input that decided, for causes that lie in one. */
  readonly input?: InputComparison;
  readonly also: readonly { readonly cause: Cause; readonly input?: InputComparison }[];
}

export function findCauses(earlier: readonly BuildResult[], now: Placed, comparison: Comparison): Causes {
  const { step, vertex } = now;
  const { inputs } = comparison;
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
      const found = [...fieldCauses(now, comparison), ...inputCauses(now, inputs)];
      const [first, ...rest] = comparison.before ? found : [];
      return first && !isForgotten(earlier, now, first) ? { ...first, also: rest } : { cause: 'never-built', also: [] };
    }
  }
}

/** A parent that ran only because nothing was remembered of it is no cause: this step is as forgotten as its parent. */
function isForgotten(earlier: readonly BuildResult[], now: Placed, { cause, input }: Found): boolean {
  const parent = cause === 'parent' && input?.producer ? place(now.build, input.producer.id) : undefined;
  return parent !== undefined && parent.step.id !== now.step.id && findCauses(earlier, parent, compare(earlier, parent)).cause === 'never-built';
}

type Found = { cause: Cause; input?: InputComparison };

function fieldCauses(now: Placed, { fields }: Comparison): Found[] {
  if (movedTag(now, fields)) return [{ cause: 'base' }];
  const causes = new Set(fields.map(({ label }) => {
    const name = /^environment (.+)$/.exec(label)?.[1];
    if (name === undefined) return 'instruction' as const;
    return declaresArgument(now, name) ? ('argument' as const) : ('environment' as const);
  }));
  return (['instruction', 'argument', 'environment'] as const).filter((cause) => causes.has(cause)).map((cause) => ({ cause }));
}

/** The digests before and after of a FROM that names the same tag as before; undefined for any other change. */
export function movedTag(now: Placed, fields: Comparison['fields']): { readonly before: string; readonly after: string } | undefined {
  if (now.step.keyword !== 'FROM') return undefined;
  const manifest = fields.find(({ label }) => label === 'manifest');
  if (fields.some(({ label }) => label === 'image') || manifest?.before === undefined || manifest.after === undefined) return undefined;
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
