/**
 * The plug-in for unified's processors of Markdown and MDX: Docusaurus, Astro, Next, Gatsby, remark itself. Blocks that are ours become
 * elements of the document (through `data.hName`, or as elements of MDX), so that nothing has to be allowed in the processor.
 */
import type { Code, Nodes, Parent, Root } from 'mdast';
import { madeOf, scriptOf, scriptTag, siteOf } from './embed.ts';
import { groups, type Fence } from './fence.ts';
import type { Options, Problem } from './options.ts';
import { strayMessage } from './stray.ts';
import { hast, mdx, type Tag } from './tree.ts';

export type { Options, Problem } from './options.ts';

/** What of a vfile is used. */
interface File {
  message(reason: string, place?: unknown, origin?: string): unknown;
  fail(reason: string, place?: unknown, origin?: string): never;
}

/** What of a processor is used: extensions of the parser tell whether it reads MDX. */
interface Processor {
  data(): object;
}

/** `remark().use(remarkLayerscope, { site: 'https://layerscope.example/' })`. */
export default function remarkLayerscope(this: Processor | void, options: Options = {}): (tree: Root, file: File) => void {
  if (options.as === 'frame' && siteOf(options) === undefined) throw new Error('remark-layerscope: frames need the option site.');
  const data = this?.data() ?? {};
  return (tree, file) => {
    const work: Work = { options, mdx: readsMdx(data), seen: new Set(), count: 0, tell: (problem) => tell(file, problem, options) };
    visit(tree, work);
    const script = scriptOf(options);
    if (work.count > 0 && script !== undefined) tree.children.push(nodeOf(scriptTag(script), work.mdx) as Root['children'][number]);
  };
}

export { remarkLayerscope };

interface Work {
  readonly options: Options;
  readonly mdx: boolean;
  readonly seen: Set<string>;
  readonly tell: (problem: Problem) => void;
  count: number;
}

function tell(file: File, { kind, message, line }: Problem, { strict = false }: Options): void {
  const place = line === undefined ? undefined : { line, column: 1 };
  if (strict && kind === 'expect') file.fail(message, place, `layerscope:${kind}`);
  else file.message(message, place, `layerscope:${kind}`);
}

function visit(parent: Parent, work: Work): void {
  for (const child of parent.children) if ('children' in child) visit(child, work);
  const found = groups(parent.children.map(fenceOf));
  for (const { line, language } of found.stray) work.tell({ kind: 'stray', line, message: strayMessage(language) });
  const made = found.groups.map((group) => ({ group, ...madeOf(group, work.options, work.seen) }));
  for (const { problems } of made) problems.forEach(work.tell);
  // From the end, so that places before stay what they are.
  for (const { group, tree } of made.toReversed()) {
    const { position } = parent.children[group.at]!;
    parent.children.splice(group.at, group.end - group.at, { ...nodeOf(tree, work.mdx), ...(position && { position }) } as Parent['children'][number]);
    work.count++;
  }
}

function fenceOf(node: Nodes): Fence | undefined {
  if (node.type !== 'code') return undefined;
  const { lang, meta, value, position }: Code = node;
  return { language: lang ?? '', meta: meta ?? '', text: value === '' ? '' : `${value}\n`, line: position?.start.line };
}

/** A node that becomes the element in HTML: none that Markdown knows, so that no other plug-in takes it for one of its own. */
function nodeOf(tree: Tag, asMdx: boolean): object {
  if (asMdx) return mdx(tree);
  const { tagName, properties, children } = hast(tree);
  return { type: 'layerscope', children: [], data: { hName: tagName, hProperties: properties, hChildren: children } };
}

function readsMdx(data: object): boolean {
  const { fromMarkdownExtensions = [] } = data as { readonly fromMarkdownExtensions?: readonly unknown[] };
  return (fromMarkdownExtensions.flat(4) as readonly { readonly enter?: object }[]).some(({ enter }) => enter !== undefined && 'mdxJsxFlowTag' in enter);
}
