/** Directives of lesson.md → blocks. Each says what it does not know. */
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { WorldEdit } from '#engine/exercise/world-edit.ts';
import type { Block } from '../lesson.ts';
import { code, idForm } from '../schema/shape.ts';
import type { Body } from './body.ts';
import { cheatRows } from './cheat-sheet.ts';
import { docLinks } from './doc-links.ts';
import { htmlOf, htmlOfWords, inspect, startOf } from './markdown.ts';
import { noSuch } from './unique.ts';
import { views } from './views.ts';

export type DirectiveNode = LeafDirective | ContainerDirective;

interface Directive {
  /** `::leaf` or `:::container` … `:::`; both where absent. */
  readonly form?: 'leaf' | 'container';
  readonly attributes: readonly string[];
  readonly read: (node: DirectiveNode, has: Readonly<Record<string, string>>, body: Body) => Block | undefined;
}

const directives: Readonly<Record<string, Directive>> = {
  look: { form: 'leaf', attributes: ['file', 'view', 'step'], read: look },
  run: { attributes: [], read: run },
  edit: { form: 'leaf', attributes: ['file', 'from', 'to', 'add', 'remove', 'touch', 'days', 'machine', 'command', 'build'], read: edit },
  predict: { form: 'leaf', attributes: ['id'], read: (node, has, body) => named(node, has, body, (prediction) => ({ kind: 'predict', prediction })) },
  quiz: { form: 'leaf', attributes: ['id'], read: (node, has, body) => named(node, has, body, (quiz) => ({ kind: 'quiz', quiz })) },
  exercise: { form: 'leaf', attributes: ['id'], read: (node, has, body) => named(node, has, body, (exercise) => ({ kind: 'exercise', exercise })) },
  cheatsheet: { form: 'container', attributes: [], read: (node, _, body) => ({ kind: 'cheatsheet', rows: cheatRows(content(node), node, body) }) },
  reveal: { form: 'container', attributes: ['id'], read: reveal },
  docs: { form: 'container', attributes: [], read: (node, _, body) => ({ kind: 'docs', links: docLinks(content(node), node, body) }) },
};

/** What a directive stands for; undefined where it is none, which was reported then. */
export function block(node: DirectiveNode, body: Body): Block | undefined {
  const report = (message: string) => body.report(startOf(node), message);
  const directive = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined;
  if (!directive) return void report(noSuch('directive', node.name, Object.keys(directives)));
  const form = node.type === 'leafDirective' ? 'leaf' : 'container';
  if (directive.form !== undefined && directive.form !== form) {
    return void report(directive.form === 'leaf' ? `${code(node.name)} is one line: \`::${node.name}\`, with two colons` : `${code(node.name)} is a block: from \`:::${node.name}\` to \`:::\`, with three colons`);
  }
  const has: Record<string, string> = {};
  for (const [key, value] of Object.entries(node.attributes ?? {})) {
    if (directive.attributes.includes(key)) has[key] = value ?? '';
    else report(`\`${node.name}\`: ${noSuch('attribute', key, directive.attributes)}`);
  }
  return directive.read(node, has, body);
}

function look(node: DirectiveNode, { file, view, step }: Readonly<Record<string, string>>, body: Body): Block {
  if (file === undefined && view === undefined && step === undefined) body.report(startOf(node), '`::look` shows a file, a view or a step: `::look{step="npm ci"}`');
  if (view !== undefined && !views.includes(view)) body.report(startOf(node), noSuch('view', view, views));
  return { kind: 'look', ...(file !== undefined && { file }), ...(view !== undefined && { view }), ...(step !== undefined && { step }) };
}

function run(node: DirectiveNode, _: unknown, body: Body): Block {
  const line = label(node, body);
  if (line === '') body.report(startOf(node), '`::run` has the line that is typed: `::run[docker build -t app .]`');
  const says = content(node);
  for (const one of says) inspect(one, body.report);
  return { kind: 'run', line, ...(says.length > 0 && { html: htmlOf(says, body.definitions) }) };
}

function edit(node: DirectiveNode, has: Readonly<Record<string, string>>, body: Body): Block {
  const words = label(node, body);
  const edits = worldEdits(has);
  const report = (message: string) => body.report(startOf(node), message);
  if (words === '') report('`::edit` has a label: `::edit[Change a source file]{file="src/index.ts"}`');
  if (edits.length === 0 && has['build'] === undefined) report('`::edit` has `file`, `add`, `remove`, `touch`, `days`, `machine` or `command`');
  if ((has['from'] === undefined) !== (has['to'] === undefined) || (has['from'] !== undefined && has['file'] === undefined)) report('`from` and `to` stand together, with `file`');
  if (has['days'] !== undefined && !/^\d{1,4}$/.test(has['days'])) report('`days` is a whole number');
  return { kind: 'edit', label: words, edits, build: has['build'] !== undefined };
}

function worldEdits({ file, from, to, add, remove, touch, days, machine, command }: Readonly<Record<string, string>>): readonly WorldEdit[] {
  return [
    ...(file !== undefined ? [from !== undefined && to !== undefined ? { replace: { path: file, from, to } } : { edit: file }] : []),
    ...(add !== undefined ? [{ add }] : []),
    ...(remove !== undefined ? [{ remove }] : []),
    ...(touch !== undefined ? [{ touch }] : []),
    ...(days !== undefined ? [{ days: Number(days) || 0 }] : []),
    ...(machine !== undefined ? [{ machine }] : []),
    ...(command !== undefined ? [{ command }] : []),
  ];
}

function named(node: DirectiveNode, { id }: Readonly<Record<string, string>>, body: Body, made: (id: string) => Block): Block | undefined {
  if (id !== undefined && idForm.test(id)) return made(id);
  return void body.report(startOf(node), `\`::${node.name}\` names which one: \`::${node.name}{id=…}\``);
}

function reveal(node: DirectiveNode, has: Readonly<Record<string, string>>, body: Body): Block {
  const words = label(node, body);
  const asked = node.type === 'containerDirective' ? labelOf(node) : undefined;
  const answer = content(node);
  if (asked === undefined || words === '') body.report(startOf(node), '`:::reveal` has its question: `:::reveal[Why does order matter?]`');
  if (answer.length === 0) body.report(startOf(node), 'there is no answer between `:::reveal` and `:::`');
  for (const one of [...(asked ? [asked] : []), ...answer]) inspect(one, body.report);
  return { kind: 'reveal', id: body.anchors(has['id'] ?? words), question: htmlOfWords(asked?.children ?? [], body.definitions), answer: htmlOf(answer, body.definitions) };
}

/** What stands in the brackets, as it was written: a command is no Markdown. One code span is taken without its backquotes. */
function label(node: DirectiveNode, { text }: Body): string {
  const parts = node.type === 'leafDirective' ? node.children : (labelOf(node)?.children ?? []);
  const [first] = parts;
  if (parts.length === 1 && first?.type === 'inlineCode') return first.value;
  const from = first?.position?.start.offset;
  const to = parts.at(-1)?.position?.end.offset;
  return from === undefined || to === undefined ? '' : text.slice(from, to).replace(/\\([[\]\\])/g, '$1').trim();
}

function labelOf(node: ContainerDirective) {
  const [first] = node.children;
  return first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined;
}

/** What stands between the colons of a container. */
function content(node: DirectiveNode): ContainerDirective['children'] {
  return node.type === 'containerDirective' ? node.children.filter((child) => child !== labelOf(node)) : [];
}
