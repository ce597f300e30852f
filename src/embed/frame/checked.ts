/** Messages that a frame is sent, checked before anything is done with them: their shape, their version, and how large they may be. */
import * as v from 'valibot';
import { heights, presentationChoices } from '../read-presentation.ts';
import type { MethodName, Methods, Presentation, Source } from '../vocabulary.ts';

/** What a message may hold. A text may be as long as in a link to a scene, once inflated; a link as long as one that is read. */
export const limits = {
  /** Characters of all texts of a call together. */
  text: 8_000_000,
  link: 400_000,
  files: 2_000,
  path: 4_096,
  /** Characters of ids, names and steps. */
  short: 200,
  /** Calls that wait for their reply. */
  waiting: 64,
  /** Pages that are connected at once: scripts of the same page, one each. */
  connections: 8,
} as const;

/** A call of a method with its values; the values fit the method. */
export type Call = { readonly [M in MethodName]: { readonly id: string; readonly method: M; readonly args: Parameters<Methods[M]> } }[MethodName];

/** The same thing shown another way. */
export interface Present {
  readonly id: string;
  readonly method: 'present';
  readonly presentation: Partial<Presentation>;
}

/** Why a message is refused, with what its sentence names: a message of the catalogue `frame.*`. */
export type Refusal =
  | { readonly problem: 'not-a-message' }
  | { readonly problem: 'version'; readonly version: string }
  | { readonly problem: 'no-method'; readonly method: string }
  | { readonly problem: 'values'; readonly method: MethodName | 'present'; readonly place: string }
  | { readonly problem: 'too-large'; readonly method: MethodName | 'present'; /** Characters. */ readonly most: number };

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; /** Of the message, where it has one that can be answered. */ readonly id: string; readonly refusal: Refusal };

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.short));
const path = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.path));
const text = v.pipe(v.string(), v.maxLength(limits.text));

const source = v.variant('kind', [
  v.strictObject({ kind: v.literal('scene'), scene: short }),
  v.strictObject({ kind: v.literal('lesson'), lesson: short }),
  v.strictObject({ kind: v.literal('link'), link: v.pipe(v.string(), v.maxLength(limits.link)) }),
  v.strictObject({ kind: v.literal('files'), files: v.pipe(v.array(v.strictObject({ path, text })), v.minLength(1), v.maxLength(limits.files)), scene: v.exactOptional(short) }),
]) satisfies v.GenericSchema<unknown, Source>;

const presentation = v.strictObject({
  view: v.exactOptional(v.picklist(presentationChoices.view)),
  step: v.exactOptional(short),
  file: v.exactOptional(path),
  theme: v.exactOptional(v.picklist(presentationChoices.theme)),
  lang: v.exactOptional(short),
  readonly: v.exactOptional(v.boolean()),
  ui: v.exactOptional(v.picklist(presentationChoices.ui)),
  load: v.exactOptional(v.picklist(presentationChoices.load)),
  motion: v.exactOptional(v.picklist(presentationChoices.motion)),
  height: v.exactOptional(v.pipe(v.number(), v.minValue(heights.least), v.maxValue(heights.most))),
  expect: v.exactOptional(v.pipe(v.array(v.picklist(['hit', 'miss', 'skip', 'fail'])), v.maxLength(limits.files))),
  edit: v.exactOptional(path),
  predict: v.exactOptional(v.boolean()),
} satisfies Record<keyof Presentation, v.GenericSchema | v.ExactOptionalSchema<v.GenericSchema, undefined>>);

const none = v.strictTuple([]);

/** One list of values for each method: a new method does not compile without. */
const values = {
  load: v.strictTuple([source]),
  getState: none,
  editFile: v.strictTuple([path, v.optional(text)]),
  build: none,
  step: v.strictTuple([v.union([short, v.pipe(v.number(), v.safeInteger(), v.minValue(1))])]),
  explain: v.strictTuple([v.optional(short)]),
  getShareUrl: none,
  exportSvg: v.strictTuple([v.optional(v.picklist(['auto', 'light', 'dark']))]),
  destroy: none,
} satisfies Record<MethodName, v.GenericSchema>;

export const methodNames = Object.keys(values) as readonly MethodName[];

const envelope = v.object({ ls: v.literal(1), type: v.string(), id: short });
const connect = v.object({ ls: v.literal(1), type: v.literal('connect'), id: short });
const call = v.object({ method: v.string(), args: v.array(v.unknown()) });

/** Whether a message means Layerscope at all: other scripts of a page send messages of their own. */
export const isOurs = (data: unknown): boolean => own(data, 'ls') !== undefined;

/** The id with which a page asks to be connected. */
export function checkedConnect(data: unknown): Checked<string> {
  const parsed = v.safeParse(connect, data);
  return parsed.success ? { ok: true, value: parsed.output.id } : refused(data, notAMessage(data));
}

/** A call, or another way to present it, that came over a port. */
export function checkedCall(data: unknown): Checked<Call | Present> {
  const message = v.safeParse(envelope, data);
  const detail = own(data, 'detail');
  if (!message.success) return refused(data, notAMessage(data));
  const { id, type } = message.output;
  if (type === 'present') {
    const parsed = v.safeParse(presentation, detail);
    return parsed.success ? { ok: true, value: { id, method: 'present', presentation: parsed.output } } : refused(data, wrongValue('present', parsed.issues[0]));
  }
  const parsedCall = v.safeParse(call, detail);
  if (type !== 'call' || !parsedCall.success) return refused(data, notAMessage(data));
  const { method, args } = parsedCall.output;
  if (!isMethod(method)) return refused(data, { problem: 'no-method', method: method.slice(0, 40) });
  if (lettersIn(args) > limits.text) return refused(data, { problem: 'too-large', method, most: limits.text });
  const parsed = v.safeParse(values[method], args);
  return parsed.success ? { ok: true, value: { id, method, args: parsed.output } as Call } : refused(data, wrongValue(method, parsed.issues[0]));
}

function wrongValue(method: MethodName | 'present', issue: v.GenericIssue): Refusal {
  const { type, input, requirement } = issue;
  if (type === 'max_length' && typeof input === 'string') return { problem: 'too-large', method, most: Number(requirement) };
  return { problem: 'values', method, place: (v.getDotPath(issue) ?? 'args').slice(0, 80) };
}

const isMethod = (name: string): name is MethodName => Object.hasOwn(values, name);

function notAMessage(data: unknown): Refusal {
  const version = own(data, 'ls');
  return version !== undefined && version !== 1 ? { problem: 'version', version: typeof version === 'number' || typeof version === 'string' ? String(version).slice(0, 20) : '?' } : { problem: 'not-a-message' };
}

function refused(data: unknown, refusal: Refusal): { readonly ok: false; readonly id: string; readonly refusal: Refusal } {
  const id = own(data, 'id');
  return { ok: false, id: typeof id === 'string' ? id.slice(0, limits.short) : '', refusal };
}

/** A property that the message itself has; what objects inherit is no part of it. */
function own(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, name) ? (data as Record<string, unknown>)[name] : undefined;
}

/** Characters of the texts in a call's values, as deep as values go; what is deeper is refused by its shape. */
function lettersIn(value: unknown, depth = 0): number {
  if (typeof value === 'string') return value.length;
  if (depth > 4 || typeof value !== 'object' || value === null) return 0;
  let letters = 0;
  for (const part of Object.values(value)) if ((letters += lettersIn(part, depth + 1)) > limits.text) break;
  return letters;
}
