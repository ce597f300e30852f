/** A group of fenced blocks → the markup of its embed, and what is wrong with it. Everything that both plug-ins do is here. */
import { english, speak } from '#messages/index.ts';
import { german } from '#messages/de/index.ts';
import { frameUrl, sandbox, firstHeight } from '#embed/frame/snippets.ts';
import { readAttributes } from '#embed/element/read-attributes.ts';
import { presentationNames, writePresentation } from '#embed/read-presentation.ts';
import { fragmentOf } from '#embed/session-link.ts';
import type { Presentation, SourceFile } from '#embed/vocabulary.ts';
import type { Group, OwnFence } from './fence.ts';
import type { Options, Problem } from './options.ts';
import { outcomeOf, type Shown } from './outcome.ts';
import { still } from './still.ts';
import { tag, type Piece, type Tag } from './tree.ts';

export interface Made {
  readonly tree: Tag;
  readonly problems: readonly Problem[];
}

/** Names that a block may have, beside how it is presented. */
const names = new Set<string>([...presentationNames, 'scene', 'title', 'file']);

/** The site's root, with the slash at its end; undefined where nobody said it. */
export const siteOf = ({ site }: Options): string | undefined => (site === undefined ? undefined : site.endsWith('/') ? site : `${site}/`);

/** URL of the element's script; undefined where the page loads it by itself, or needs none. */
export function scriptOf(options: Options): string | undefined {
  if (options.script === false) return undefined;
  const site = siteOf(options);
  return options.script ?? (site === undefined ? undefined : `${site}embed/${options.as === 'frame' ? 'frame' : 'layer-scope'}.js`);
}

export const scriptTag = (src: string): Tag => tag('script', [['type', 'module'], ['src', src]]);

/** `seen` holds what was said of the document before: a name that nobody knows is told once. */
export function madeOf({ head, files }: Group, options: Options, seen: Set<string>): Made {
  const get = (name: string) => head.attributes.get(name);
  const problems: Problem[] = [];
  for (const name of [...head.attributes.keys(), ...files.flatMap((file) => [...file.attributes.keys()].filter((key) => key !== 'file'))]) {
    if (names.has(name) || seen.has(name)) continue;
    seen.add(name);
    problems.push({ kind: 'attribute', line: head.line, message: `${name.slice(0, 80)} is no attribute of a block for Layerscope. There are ${[...names].join(', ')}.` });
  }
  const { presentation, wrong } = readAttributes((name) => (presentationNames.some((one) => one === name) ? (get(name) ?? null) : null));
  problems.push(...wrong.map((message): Problem => ({ kind: 'attribute', line: head.line, message })));
  const given = filesOf(head, files);
  const scene = get('scene')?.trim() || undefined;
  return spoken(presentation.lang ?? options.lang, () => {
    const { shown, wrong: found } = outcomeOf({ files: given, scene, edit: presentation.edit, expect: presentation.expect });
    for (const { kind, message, line } of found) problems.push({ kind, message, line: lineOf(head, line) });
    if (!shown && found.length === 0) problems.push({ kind: 'file', line: head.line, message: 'There is nothing to show: the block is empty and names no scene of Layerscope.' });
    const title = get('title')?.trim() || shown?.title || 'Dockerfile';
    return { tree: treeOf({ head, given, scene, presentation, title, shown, options }), problems };
  });
}

/** The texts: of a named scene that is shown as it is, none. */
function filesOf(head: OwnFence, files: readonly OwnFence[]): readonly SourceFile[] {
  const own = head.text.trim() === '' ? [] : [{ path: 'Dockerfile', text: ended(head.text) }];
  return [...own, ...files.map(({ attributes, text }) => ({ path: attributes.get('file')!, text: ended(text) }))];
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Where in the document a line of the Dockerfile is. */
const lineOf = ({ line }: OwnFence, inside: number | undefined): number | undefined => (line === undefined ? undefined : line + (inside ?? 0));

interface Parts {
  readonly head: OwnFence;
  readonly given: readonly SourceFile[];
  readonly scene: string | undefined;
  readonly presentation: Presentation;
  readonly title: string;
  readonly shown: Shown | undefined;
  readonly options: Options;
}

function treeOf({ given, scene, presentation, title, shown, options }: Parts): Tag {
  const site = siteOf(options);
  // Text alone, without `code` inside: highlighters rewrite that, and what the file is called would be lost.
  const sources = given.map(({ path, text }) => tag('pre', [['data-file', path]], [text]));
  // A picture of the outcome would answer the question.
  const pictures = shown && !presentation.predict ? still(shown, title, presentation.theme, options.picture) : [];
  const written = writePresentation(presentation);
  if (options.as !== 'frame' || site === undefined || !shown) return tag('layer-scope', [...(scene === undefined ? [] : [['scene', scene] as const]), ...written], [...sources, ...pictures]);
  const link = fragmentOf(shown.log, shown.own, {}).slice(1);
  const { edit: _, ...presented } = presentation;
  const src = frameUrl({ source: shown.own ? { kind: 'link', link } : { kind: 'scene', scene: scene! }, presentation: shown.own ? presented : presentation, site })!;
  const frame: Piece = tag('iframe', [
    ['src', src],
    ['title', title],
    ['height', String(presentation.height ?? firstHeight)],
    ['width', '100%'],
    ['frameborder', '0'],
    ['loading', 'lazy'],
    ['sandbox', sandbox],
    ...(presentation.height === undefined ? [['data-layerscope', ''] as const] : []),
  ]);
  return tag('div', [], [...sources, frame]);
}

/** Speaks a language for as long as something is made. */
function spoken<T>(lang: string | undefined, make: () => T): T {
  speak(lang?.toLowerCase().startsWith('de') ? german : english);
  try {
    return make();
  } finally {
    speak(english);
  }
}
