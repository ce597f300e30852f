/**
 * What can be written, heard and called, as tables: of the page that says how to embed a build. Names, values and signatures are those of
 * the vocabulary itself; a name without a row does not compile, and a row without a name does not either.
 */
import type { MessageId } from '#messages/index.ts';
import { heights, plainPresentation, presentationChoices, presentationNames } from '../read-presentation.ts';
import type { EventName, Message, MethodName, Presentation } from '../vocabulary.ts';

export interface Row {
  readonly name: string;
  /** As it is written: the machine's words. */
  readonly form: string;
  readonly says: MessageId;
}

/** Names of the element that say what is shown; those of the frame's address beside them. */
export type SourceName = 'scene' | 'lesson' | 'state' | 'src' | 'dockerfile-from' | 'data-file';

const sourceRows: Record<SourceName, { readonly form: string; readonly says: MessageId }> = {
  scene: { form: '/embed/<scene>/ · ?scene=<scene>', says: 'embedding.source-scene' },
  lesson: { form: '/embed/?lesson=<lesson>', says: 'embedding.source-lesson' },
  state: { form: '/embed/#ls1.…', says: 'embedding.source-state' },
  src: { form: '', says: 'embedding.source-src' },
  'dockerfile-from': { form: '', says: 'embedding.source-selector' },
  'data-file': { form: '', says: 'embedding.source-children' },
};

const presentationSays: Record<keyof Presentation, MessageId> = {
  view: 'embedding.says-view',
  step: 'embedding.says-step',
  file: 'embedding.says-file',
  theme: 'embedding.says-theme',
  lang: 'embedding.says-lang',
  readonly: 'embedding.says-readonly',
  ui: 'embedding.says-ui',
  load: 'embedding.says-load',
  motion: 'embedding.says-motion',
  height: 'embedding.says-height',
  expect: 'embedding.says-expect',
  edit: 'embedding.says-edit',
  predict: 'embedding.says-predict',
};

/** Values of the names that are no choice of a few. */
const free: Record<Exclude<keyof Presentation, keyof typeof presentationChoices>, string> = {
  step: 'id | 1, 2, …',
  file: 'path',
  lang: 'en | de',
  readonly: '',
  height: `${heights.least}–${heights.most}`,
  expect: 'hit,miss,skip,fail',
  edit: 'path',
  predict: '',
};

const eventSays: Record<EventName, MessageId> = {
  ready: 'embedding.event-ready',
  change: 'embedding.event-change',
  build: 'embedding.event-build',
  step: 'embedding.event-step',
  explain: 'embedding.event-explain',
  predict: 'embedding.event-predict',
  share: 'embedding.event-share',
  resize: 'embedding.event-resize',
  expect: 'embedding.event-expect',
  error: 'embedding.event-error',
  statement: 'embedding.event-statement',
};

const methodSays: Record<MethodName, MessageId> = {
  load: 'embedding.method-load',
  getState: 'embedding.method-state',
  editFile: 'embedding.method-edit',
  build: 'embedding.method-build',
  step: 'embedding.method-step',
  explain: 'embedding.method-explain',
  getShareUrl: 'embedding.method-share',
  exportSvg: 'embedding.method-svg',
  destroy: 'embedding.method-destroy',
};

type MessageType = Exclude<Message['type'], `ls:${string}`> | 'ls:<event>';

const messageRows: Record<MessageType, { readonly form: string; readonly says: MessageId }> = {
  connect: { form: '{ ls: 1, type: "connect", id }', says: 'embedding.message-connect' },
  call: { form: '{ ls: 1, type: "call", id, detail: { method, args } }', says: 'embedding.message-call' },
  present: { form: '{ ls: 1, type: "present", id, detail: { theme: "dark" } }', says: 'embedding.message-present' },
  reply: { form: '{ ls: 1, type: "reply", id, detail: { value } | { error } }', says: 'embedding.message-reply' },
  'ls:<event>': { form: '{ ls: 1, type: "ls:build", id, detail }', says: 'embedding.message-event' },
};

/** What a host page with a Content-Security-Policy has to allow; `<site>` is where Layerscope is served from. */
export const policies: readonly (Row & { readonly way: 'element' | 'frame' })[] = [
  { way: 'frame', name: 'frame-src', form: '<site>', says: 'embedding.policy-frame' },
  { way: 'frame', name: 'script-src', form: '<site>', says: 'embedding.policy-frame-script' },
  { way: 'element', name: 'script-src', form: '<site>', says: 'embedding.policy-script' },
  { way: 'element', name: 'worker-src', form: 'blob:', says: 'embedding.policy-worker' },
];

const rows = <Name extends string>(table: Record<Name, { readonly form: string; readonly says: MessageId }>): readonly Row[] => Object.entries<{ readonly form: string; readonly says: MessageId }>(table).map(([name, row]) => ({ name, ...row }));

export const sources: readonly Row[] = rows(sourceRows);
export const messages: readonly Row[] = rows(messageRows);

/** In the order in which they are written; the value that holds where nothing is written comes first. */
export const presentations: readonly Row[] = presentationNames.map((name) => ({ name, form: formOf(name), says: presentationSays[name] }));

function formOf(name: keyof Presentation): string {
  if (!isChoice(name)) return free[name];
  const plain = plainPresentation[name];
  return [plain, ...(presentationChoices[name] as readonly string[]).filter((one) => one !== plain)].join(' | ');
}

function isChoice(name: keyof Presentation): name is keyof typeof presentationChoices {
  return name in presentationChoices;
}

/** Rows of the events and methods, with the signatures that stand in the text of the vocabulary. */
export function signatures(vocabulary: string): { readonly events: readonly Row[]; readonly methods: readonly Row[] } {
  const events = members(vocabulary, 'Events', /^ {2}readonly (\w+): (.+);$/gm);
  const methods = members(vocabulary, 'Methods', /^ {2}(\w+)(\(.*\): .+);$/gm);
  const table = <Name extends string>(says: Record<Name, MessageId>, forms: ReadonlyMap<string, string>): readonly Row[] =>
    (Object.keys(says) as Name[]).map((name) => {
      const form = forms.get(name);
      if (form === undefined) throw new Error(`The vocabulary has no ${name}.`);
      return { name, form, says: says[name] };
    });
  return { events: table(eventSays, events), methods: table(methodSays, methods) };
}

/** Members of an interface as they are written: name → what stands behind it. */
function members(text: string, name: string, member: RegExp): ReadonlyMap<string, string> {
  const [, body = ''] = new RegExp(`^export interface ${name} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(text) ?? [];
  return new Map([...body.matchAll(member)].map(([, key, form]) => [key!, form!.replaceAll('readonly ', '')]));
}
