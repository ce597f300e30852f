/**
 * The first sentence of the Why panel, one message for each cause. Pattern: [step] [what happened] because [one cause, in the
 * reader's terms]. A cause is content, an instruction's text, an argument, a base or a parent; never a line number.
 */
import type { Message } from '../source/message.ts';
import { variableOf, type Causes, type Found } from './cause.ts';
import type { Comparison, FieldChange, InputComparison, Placed } from './comparison.ts';
import type { Cause, FileChange } from './explanation.ts';

type Values = NonNullable<Message['values']>;

/** An instruction short enough to stand in a sentence: assignments before the command go, the tail is cut. */
export function stepLabel(text: string): string {
  const short = text.replace(/\s+/g, ' ').replace(/^(RUN) (?:[A-Za-z_]\w*=\S*\s+)+(?=\S)/, '$1 ');
  const points = [...short];
  return points.length > 40 ? `${points.slice(0, 39).join('').trimEnd()}…` : short;
}

/** What a message about a step always has: its short text, and whether it is a prediction. */
export function about(now: Placed): { readonly step: string; readonly when: 'predicted' | 'happened' } {
  return { step: stepLabel(now.step.text), when: now.build.record.predicted ? 'predicted' : 'happened' };
}

export function simpleMessage(now: Placed, comparison: Comparison, causes: Causes): Message {
  const values = about(now);
  switch (causes.cause) {
    case 'same-content':
      return { id: 'why.same-content', values: { ...values, path: mainPath(causes.input) } };
    case 'same-key':
      return same(now, comparison);
    case 'not-needed':
      return { id: 'why.not-needed', values: { ...values, stage: stageName(now) } };
    case 'failed':
      return failure(now);
    case 'stopped':
      return { id: 'why.stopped', values };
    case 'never-built':
      return { id: causes.forgotten ? 'why.forgotten' : 'why.never-built', values };
    case 'no-cache':
      return { id: 'why.no-cache', values };
    default:
      return reason(now, causes, 'main');
  }
}

/** A command says how it ended; anything else is told in BuildKit's words. */
function failure(now: Placed): Message {
  const { error } = now.step;
  const exit = /exit code: (\d+)$/.exec(error ?? '')?.[1];
  if (exit !== undefined) return { id: 'why.failed-code', values: { ...about(now), exit } };
  return error ? { id: 'why.failed-error', values: { ...about(now), error } } : { id: 'why.failed', values: about(now) };
}

/** That a step runs because of a cause: the sentence about it, or the one that names a second cause. */
export function reason(now: Placed, found: Found, form: 'main' | 'also'): Message {
  const values = { ...about(now), form };
  switch (found.cause) {
    case 'parent':
      return { id: isOtherParent(found) ? 'why.other-parent' : 'why.parent', values };
    case 'base':
      return now.step.keyword === 'FROM' ? { id: 'why.tag', values } : { id: 'why.base', values: { ...values, image: now.build.record.stages[now.step.stage]?.base ?? '' } };
    case 'argument':
    case 'environment':
      return variableReason(found.fields ?? [], values);
    case 'instruction':
      return instructionReason(now, found.fields ?? [], values);
    default:
      return fileReason(now, found, values);
  }
}

/** Whether a parent is the cause because it is another step, not because it ran. */
export function isOtherParent({ cause, input }: Partial<Found>): boolean {
  return cause === 'parent' && input?.changed === false;
}

function fileReason(now: Placed, { cause, input }: Found, values: Values): Message {
  const [first, ...others] = input?.files.filter((change) => changeCause(change) === cause) ?? [];
  if (!first) return { id: 'why.content', values };
  const what = { ...values, path: first.path, more: others.length };
  const producer = input?.producer;
  const where: Values = producer ? { where: 'stage', stage: stageName(now, producer.stage) } : { where: 'context' };
  switch (first.kind) {
    case 'content':
      return { id: 'why.file-content', values: what };
    case 'mode':
      return { id: others.length === 0 && becameExecutable(first) ? 'why.file-executable' : 'why.file-mode', values: what };
    case 'added':
      return { id: 'why.file-added', values: { ...what, ...where } };
    case 'removed':
      return { id: 'why.file-removed', values: { ...what, ...where } };
    case 'type':
      return { id: 'why.file-type', values: what };
  }
}

function variableReason([field, ...more]: readonly FieldChange[], values: Values): Message {
  const what = { ...values, name: variableOf(field?.name ?? '') ?? '', more: more.length };
  if (field?.before === undefined) return { id: 'why.variable-added', values: what };
  return field.after === undefined ? { id: 'why.variable-removed', values: what } : { id: 'why.variable-value', values: { ...what, value: field.after } };
}

/** What of an instruction is another one: its command first, then what the Dockerfile says of it elsewhere. */
function instructionReason(now: Placed, fields: readonly FieldChange[], values: Values): Message {
  const field = (pattern: RegExp) => fields.find(({ name }) => pattern.test(name));
  if (now.step.keyword !== 'RUN') {
    const platform = fields.every(({ name }) => name !== 'image') ? field(/^platform$/) : undefined;
    return platform?.after === undefined ? { id: 'why.instruction', values } : { id: 'why.platform', values: { ...values, platform: platform.after } };
  }
  const platform = field(/^platform$/)?.after;
  if (field(/^(?:argument \d+|command)$/)) return { id: 'why.command', values };
  if (platform !== undefined) return { id: 'why.platform', values: { ...values, platform } };
  if (field(/^(?:mount|secret) /)) return { id: 'why.mounts', values };
  if (field(/^user$/)) return { id: 'why.user', values };
  return { id: field(/^working directory$/) ? 'why.folder' : 'why.command', values };
}

function same(now: Placed, { inputs }: Comparison): Message {
  const values = about(now);
  const read = inputs.find((input) => input.content);
  if (!read) return { id: now.step.keyword === 'FROM' ? 'why.same-base' : 'why.same-instruction', values };
  const paths = read.input.paths ?? [];
  if (paths.length === 1 && paths[0] === '/') return { id: 'why.same-files', values };
  const [first = '', ...rest] = read.producer ? paths : paths.map((path) => path.replace(/^\//, ''));
  return { id: 'why.same-paths', values: { ...values, path: first, more: rest.length } };
}

/** The first path that is read of an input. */
export function mainPath(input: InputComparison | undefined): string {
  return input?.input.paths?.[0] ?? '/';
}

export function stageName(now: Placed, stage = now.step.stage): string {
  return now.build.record.stages[stage]?.name ?? `stage-${stage}`;
}

const fileCauses: Readonly<Record<FileChange['kind'], Cause>> = { content: 'file-content', mode: 'file-mode', added: 'file-added', removed: 'file-removed', type: 'file-type' };

const changeCause = (change: FileChange): Cause => fileCauses[change.kind];

function becameExecutable(change: FileChange): boolean {
  return ((change.before?.mode ?? 0o111) & 0o111) === 0 && ((change.after?.mode ?? 0) & 0o111) !== 0;
}
