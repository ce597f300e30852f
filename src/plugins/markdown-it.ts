/** The plug-in for markdown-it: VitePress, Eleventy, and markdown-it itself. Takes the blocks that are ours; all others stay with the rule that was there. */
import { madeOf, scriptOf, scriptTag, siteOf } from './embed.ts';
import { groups, type Fence, type Group, type OwnFence } from './fence.ts';
import type { MarkdownItOptions, Problem } from './options.ts';
import { html, type Tag } from './tree.ts';
import { strayMessage } from './stray.ts';

export type { MarkdownItOptions, Options, Problem } from './options.ts';

/** What of a token, of a renderer and of markdown-it is used. */
interface Token {
  readonly type: string;
  readonly info: string;
  readonly content: string;
  readonly map: readonly [number, number] | null;
}
type Rule = (tokens: Token[], at: number, options: never, env: never, self: never) => string;
interface MarkdownIt {
  readonly renderer: { readonly rules: { fence?: unknown }; renderToken(tokens: never, at: number, options: never): string };
  readonly utils: { unescapeAll(text: string): string };
}

/** `md.use(markdownItLayerscope, { site: 'https://layerscope.example/' })`. */
export default function markdownItLayerscope(md: MarkdownIt, options: MarkdownItOptions = {}): void {
  if (options.as === 'frame' && siteOf(options) === undefined) throw new Error('markdown-it-layerscope: frames need the option site.');
  const other = md.renderer.rules.fence as Rule | undefined;
  const documents = new WeakMap<Token[], Document>();
  md.renderer.rules.fence = ((tokens, at, settings, env, self) => {
    const document = documents.get(tokens) ?? read(tokens, md);
    documents.set(tokens, document);
    const { group, stray } = document.at.get(at) ?? {};
    if (stray) tell({ kind: 'stray', line: stray.line, message: strayMessage(stray.language) }, options, env);
    if (!group) return other ? other(tokens, at, settings, env, self) : md.renderer.renderToken(tokens as never, at, settings);
    if (group.at !== at) return '';
    const { tree, problems } = madeOf(group, options, document.seen);
    for (const problem of problems) tell(problem, options, env);
    const vue = options.vue ?? 'relativePath' in Object(env);
    const src = document.first === at && !vue ? scriptOf(options) : undefined;
    return `${html(vue ? kept(tree) : tree)}\n${src === undefined ? '' : `${html(scriptTag(src))}\n`}`;
  }) satisfies Rule;
}

export { markdownItLayerscope };

/** The blocks of a document that are ours, by their places among its tokens. */
interface Document {
  readonly at: ReadonlyMap<number, { readonly group?: Group; readonly stray?: OwnFence }>;
  readonly first: number | undefined;
  readonly seen: Set<string>;
}

function read(tokens: readonly Token[], md: MarkdownIt): Document {
  const found = groups(tokens.map((token) => fenceOf(token, md)));
  const at = new Map<number, { readonly group?: Group; readonly stray?: OwnFence }>();
  for (const group of found.groups) for (let place = group.at; place < group.end; place++) at.set(place, { group });
  for (const stray of found.stray) at.set(stray.place, { stray });
  return { at, first: found.groups[0]?.at, seen: new Set() };
}

function fenceOf({ type, info, content, map }: Token, md: MarkdownIt): Fence | undefined {
  if (type !== 'fence') return undefined;
  const [, language = '', meta = ''] = /^\s*(\S*)\s*([^]*)$/.exec(md.utils.unescapeAll(info)) ?? [];
  return { language, meta, text: content, ...(map && { line: map[0] + 1 }) };
}

/** `{{ }}` in code stays code. */
const kept = (tree: Tag): Tag => ({ ...tree, attributes: [['v-pre', ''], ...tree.attributes] });

function tell(problem: Problem, { onproblem, strict = false }: MarkdownItOptions, env: unknown): void {
  const { path } = Object(env) as { readonly path?: unknown };
  const where = typeof path === 'string' ? path : undefined;
  if (onproblem) onproblem({ ...problem, path: where });
  else console.warn(`${where ?? 'Markdown'}:${problem.line ?? 1}: ${problem.message}`);
  if (strict && problem.kind === 'expect') throw new Error(`${where ?? 'Markdown'}:${problem.line ?? 1}: ${problem.message}`);
}
