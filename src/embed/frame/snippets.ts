/**
 * The text with which a page embeds a build: what is shown and how it is presented, in the markup of that page. Pure. Whatever stands
 * in the values comes back intact when the page is read; the tests read it back with the element's and the frame's own readers.
 */
import { writePresentation } from '../read-presentation.ts';
import type { Presentation, Source } from '../vocabulary.ts';

export const snippetKinds = ['element', 'iframe', 'markdown', 'mdx', 'rst'] as const;
export type SnippetKind = (typeof snippetKinds)[number];

export interface SnippetInput {
  readonly source: Source;
  /** The same as a link, for what holds no files: what stands behind `#`. */
  readonly link?: string | undefined;
  readonly presentation: Presentation;
  /** URL of the site's root, ends with `/`. */
  readonly site: string;
  /** What a screen reader calls it: `Go, two stages: a Docker build`. */
  readonly title: string;
  /** What the link to Layerscope says, for who has no scripts. */
  readonly open: string;
}

/** Pixels of a frame whose height follows its content, until it does; and of one that says nothing. */
export const firstHeight = 480;

/** Scripts, and links that open: nothing else, not even an origin. What is opened is no longer in the sandbox. */
export const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** Undefined where this kind cannot hold this source: files that are no link yet. */
export function snippet(kind: SnippetKind, input: SnippetInput): string | undefined {
  switch (kind) {
    case 'element':
      return element(input);
    case 'iframe':
      return iframe(input);
    case 'markdown':
      return fence(input) ?? iframe(input, '');
    case 'mdx':
      return mdx(input);
    case 'rst':
      return rst(input);
  }
}

/** Address of the frame. */
export function frameUrl({ source, link, presentation, site }: Pick<SnippetInput, 'source' | 'link' | 'presentation' | 'site'>): string | undefined {
  const query = new URLSearchParams(writePresentation(presentation).map(([name, value]) => [name, value]));
  let path = 'embed/';
  let fragment = '';
  if (source.kind === 'scene') path += `${encodeURIComponent(source.scene)}/`;
  else if (source.kind === 'lesson') query.set('lesson', source.lesson);
  else {
    const shown = source.kind === 'link' ? source.link : link;
    if (shown === undefined) return undefined;
    fragment = `#${encodeURI(shown)}`;
  }
  const asked = query.toString().replaceAll(/=(?=&|$)/g, '');
  return `${site}${path}${asked && `?${asked}`}${fragment}`;
}

/** Address of the page of Layerscope that shows the same. */
export function pageUrl({ source, link, site }: Pick<SnippetInput, 'source' | 'link' | 'site'>): string {
  switch (source.kind) {
    case 'scene':
      return `${site}e/${encodeURIComponent(source.scene)}/`;
    case 'lesson':
      return `${site}learn/${encodeURIComponent(source.lesson)}/`;
    case 'link':
      return `${site}#${encodeURI(source.link)}`;
    case 'files':
      return link === undefined ? site : `${site}#${encodeURI(link)}`;
  }
}

type Attributes = readonly (readonly [name: string, value: string])[];

function element(input: SnippetInput): string {
  const { source, presentation, site, open } = input;
  const named: Attributes =
    source.kind === 'scene' ? [['scene', source.scene]] : source.kind === 'lesson' ? [['lesson', source.lesson]] : source.kind === 'link' ? [['state', source.link]] : source.scene === undefined ? [] : [['scene', source.scene]];
  const inside = source.kind === 'files' ? source.files.map(({ path, text }) => `  <pre data-file="${escaped(path)}">${preText(text)}</pre>`) : [`  <a href="${escaped(pageUrl(input))}">${escaped(open)}</a>`];
  return [`<layer-scope${attributes([...named, ...writePresentation(presentation)])}>`, ...inside, '</layer-scope>', `<script type="module" src="${escaped(`${site}embed/layer-scope.js`)}"></script>`].join('\n');
}

/**
 * `between`: what stands between the lines; nothing where a blank or new line would end the markup. `border`: as the markup spells the
 * attribute; a `style` would be against a strict policy.
 */
function iframe(input: SnippetInput, between = '\n', border = 'frameborder'): string | undefined {
  const src = frameUrl(input);
  if (src === undefined) return undefined;
  const { presentation, site, title } = input;
  const { height } = presentation;
  const fixed = height !== undefined;
  const tag = `<iframe${attributes([...frameAttributes(src, title, height), [border, '0'], ...(fixed ? [] : ([['data-layerscope', '']] as const))])}></iframe>`;
  return fixed ? tag : `${tag}${between}<script type="module" src="${escaped(`${site}embed/frame.js`)}"></script>`;
}

const frameAttributes = (src: string, title: string, height = firstHeight): Attributes => [
  ['src', src],
  ['title', title],
  ['width', '100%'],
  ['height', String(height)],
  ['loading', 'lazy'],
  ['sandbox', sandbox],
];

/** A fenced block for the plug-ins: a Dockerfile that anybody can read where there is none. */
function fence({ source, presentation }: SnippetInput): string | undefined {
  if (source.kind !== 'files' || source.files.length !== 1) return undefined;
  const { text } = source.files[0]!;
  const meta: Attributes = [...(source.scene === undefined ? [] : [['scene', source.scene] as const]), ...writePresentation(presentation)];
  if (meta.some(([, value]) => /[\r\n]/.test(value) || (value.includes('"') && value.includes("'")))) return undefined;
  const info = ['dockerfile layerscope', ...meta.map(([name, value]) => (value === '' ? name : `${name}=${quoted(value)}`))].join(' ').replaceAll(/[\\&<]/g, (sign) => (sign === '\\' ? '\\\\' : `&${sign === '&' ? 'amp' : 'lt'};`));
  // The text behind the marks may not hold them: a backtick there, or a longer row of them in the Dockerfile, takes the other kind.
  const mark = info.includes('`') ? '~' : '`';
  const longest = Math.max(2, ...[...text.matchAll(mark === '`' ? /`+/g : /~+/g)].map(([row]) => row.length));
  const marks = mark.repeat(longest + 1);
  return `${marks}${info}\n${ended(text)}${marks}`;
}

/** JSX of a component file or of MDX. */
const mdx = (input: SnippetInput): string | undefined => iframe(input, '\n', 'frameBorder');

function rst(input: SnippetInput): string | undefined {
  const html = iframe(input);
  return html && `.. raw:: html\n\n${html.replaceAll(/^/gm, '   ')}`;
}

const attributes = (list: Attributes): string => list.map(([name, value]) => (value === '' && name !== 'title' ? ` ${name}` : ` ${name}="${escaped(value)}"`)).join('');

/** Text in HTML, between tags and in quotes; on one line, so that it may stand in any block. */
const escaped = (text: string): string => text.replaceAll(/[&<>"\r\n]/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll('&#38;', '&amp;').replaceAll('&#60;', '&lt;').replaceAll('&#62;', '&gt;').replaceAll('&#34;', '&quot;');

/** A file in `<pre>`: the first line break belongs to the markup, and so does one more where the file begins with one. */
const preText = (text: string): string => `\n${text.startsWith('\n') ? '\n' : ''}${ended(text).replaceAll(/[&<>]/g, escaped)}`;

const ended = (text: string): string => {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  return lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
};

const quoted = (value: string): string => (value.includes('"') ? `'${value}'` : `"${value}"`);
