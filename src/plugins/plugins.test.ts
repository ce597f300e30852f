import { compile } from '@mdx-js/mdx';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it, vi } from 'vitest';
import { filesOf } from '#embed/element/own-files.ts';
import markdownItLayerscope from './markdown-it.ts';
import type { MarkdownItOptions, Options, Problem } from './options.ts';
import remarkLayerscope from './remark.ts';

/** What of jsdom is used: it has no types of its own. */
const { JSDOM } = (await import('jsdom' as string)) as { readonly JSDOM: new (text: string, options?: object) => { readonly window: Window & typeof globalThis } };
const { HTMLTemplateElement, HTMLTextAreaElement } = new JSDOM('').window;
vi.stubGlobal('HTMLTemplateElement', HTMLTemplateElement);
vi.stubGlobal('HTMLTextAreaElement', HTMLTextAreaElement);

const site = 'https://layerscope.example';

/** One document through one plug-in: its HTML, and what was told. */
type Render = (markdown: string, options?: Options) => { readonly html: string; readonly told: readonly { readonly line: number | undefined; readonly message: string }[] };

const withRemark: Render = (markdown, options = {}) => {
  const file = unified().use(remarkParse).use(remarkLayerscope, options).use(remarkRehype).use(rehypeStringify).processSync(markdown);
  return { html: String(file), told: file.messages.map(({ line, reason }) => ({ line, message: reason })) };
};

const withMarkdownIt: Render = (markdown, options = {}) => {
  const told: Problem[] = [];
  const settings: MarkdownItOptions = { ...options, onproblem: (problem) => told.push(problem) };
  return { html: new MarkdownIt().use(markdownItLayerscope, settings).render(markdown), told: told.map(({ line, message }) => ({ line, message })) };
};

const parsed = (html: string) => new JSDOM(`<body>${html}</body>`, { url: 'https://docs.example/' }).window.document;
const embedsIn = (html: string) => [...parsed(html).querySelectorAll('layer-scope')];

const node = `FROM node:22-alpine
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
`;
const fenced = (info: string, text: string, marks = '```') => `${marks}${info}\n${text}${marks}\n`;

describe.each([
  ['remark', withRemark],
  ['markdown-it', withMarkdownIt],
])('%s', (_, render) => {
  it('makes an element of a block, with its source, a picture and what it was told', () => {
    const { html, told } = render(`# Order\n\n${fenced('dockerfile layerscope edit=src/index.js view=graph', node)}\nText.\n`);
    expect(told).toEqual([]);
    const [embed] = embedsIn(html);
    expect(embed?.getAttributeNames().sort()).toEqual(['edit', 'view']);
    expect(filesOf(embed!)).toEqual([{ path: 'Dockerfile', text: node }]);
    const image = embed!.querySelector('picture img');
    expect(image?.getAttribute('alt')).toBe('Dockerfile. 1 of 5 steps will rebuild, about 0.7\u202fs. 1 stage, 5 steps.');
    const svg = decodeURIComponent(image!.getAttribute('src')!.replace(/^data:image\/svg\+xml,/, ''));
    const picture = new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;
    expect(picture.querySelector('title')?.textContent).toBe('Dockerfile');
    expect(picture.querySelector('desc')?.textContent).toContain('1 of 5 steps will rebuild');
    expect(embed!.querySelector('source')?.getAttribute('srcset')).not.toMatch(/[\s,].*[\s,]/);
  });

  it('takes further blocks as files, and leaves all other blocks alone', () => {
    const { html } = render(`${fenced('dockerfile layerscope', node)}\n${fenced('js layerscope file=src/index.js', 'const a = `</pre>${1}`;\n')}\n${fenced('dockerfile', 'FROM other\n')}`);
    const [embed] = embedsIn(html);
    expect(filesOf(embed!)).toEqual([
      { path: 'Dockerfile', text: node },
      { path: 'src/index.js', text: 'const a = `</pre>${1}`;\n' },
    ]);
    expect(parsed(html).querySelector('body > pre > code')?.textContent).toBe('FROM other\n');
  });

  it('works in lists and quotes, with longer marks and with the line ends of Windows', () => {
    const { html } = render(`- one\n\n  ${fenced('dockerfile layerscope', 'FROM alpine\n', '````').replaceAll('\n', '\n  ')}\n> ${fenced('dockerfile layerscope', 'FROM alpine\nRUN true\n', '~~~').replaceAll('\n', '\n> ')}\n`.replaceAll('\n', '\r\n'));
    expect(embedsIn(html).map((embed) => filesOf(embed)[0]?.text)).toEqual(['FROM alpine\n', 'FROM alpine\nRUN true\n']);
    expect(parsed(html).querySelector('li > layer-scope')).not.toBeNull();
    expect(parsed(html).querySelector('blockquote > layer-scope')).not.toBeNull();
  });

  it('shows a named scene where the block is empty', () => {
    const { html, told } = render(fenced('dockerfile layerscope scene=go-two-stages edit=main.go', ''));
    const [embed] = embedsIn(html);
    expect(told).toEqual([]);
    expect(embed?.getAttribute('scene')).toBe('go-two-stages');
    expect(embed?.querySelector('pre')).toBeNull();
    expect(embed?.querySelector('img')?.alt).toContain('3 of 8 steps will rebuild');
  });

  it('puts the script once into a document that has an embed, and into no other', () => {
    const scripts = (markdown: string, options: Options) => [...parsed(render(markdown, options).html).querySelectorAll('script')].map((script) => [script.getAttribute('type'), script.getAttribute('src')]);
    const twice = `${fenced('dockerfile layerscope', 'FROM alpine\n')}\ntext\n\n${fenced('dockerfile layerscope', 'FROM alpine\n')}`;
    expect(scripts(twice, { site })).toEqual([['module', `${site}/embed/layer-scope.js`]]);
    expect(scripts(twice, { script: '/own.js' })).toEqual([['module', '/own.js']]);
    expect(scripts(twice, { site, script: false })).toEqual([]);
    expect(scripts(twice, {})).toEqual([]);
    expect(scripts(fenced('dockerfile', 'FROM alpine\n'), { site })).toEqual([]);
  });

  it('can make a frame, whose link holds all that was given', () => {
    const { html } = render(fenced('dockerfile layerscope edit=src/index.js height=400', node), { site, as: 'frame' });
    const frame = parsed(html).querySelector('iframe');
    expect(frame?.getAttribute('src')).toMatch(/^https:\/\/layerscope\.example\/embed\/\?height=400#ls1\.[\w-]+$/);
    expect(frame?.getAttribute('sandbox')).not.toContain('allow-same-origin');
    expect(frame?.title).toBe('Dockerfile');
    expect(() => render('', { as: 'frame' })).toThrow(/site/);
  });

  it('puts the picture where it is told', () => {
    const block = fenced('dockerfile layerscope title="A <b> & c"', node);
    const inline = embedsIn(render(block, { picture: 'inline' }).html)[0]?.querySelector('svg');
    expect(inline?.querySelector('title')?.textContent).toBe('A <b> & c');
    expect(inline?.getAttribute('viewBox')).toMatch(/^0 0 \d+ \d+$/);
    const names: string[] = [];
    const { html } = render(block, { picture: (svg, name) => (names.push(name), expect(svg).toMatch(/^<svg /), `/pictures/${name}.svg`) });
    expect(embedsIn(html)[0]?.querySelector('img')?.getAttribute('src')).toBe(`/pictures/${names.find((name) => !name.endsWith('-narrow'))!}.svg`);
    expect(embedsIn(render(block, { picture: false }).html)[0]?.querySelector('img, svg')).toBeNull();
  });

  it('speaks the language that it is told', () => {
    const alt = (options: Options, info = '') => embedsIn(render(fenced(`dockerfile layerscope edit=src/index.js ${info}`, node), options).html)[0]?.querySelector('img')?.alt;
    expect(alt({ lang: 'de' })).toContain('1 von 5 Schritten');
    expect(alt({ lang: 'de' }, 'lang=en')).toContain('1 of 5 steps');
  });
});

describe.each([
  ['remark', withRemark],
  ['markdown-it', withMarkdownIt],
])('what %s tells', (_, render) => {
  const before = 'One\n\nTwo\n\n';

  it('is nothing where the promise holds', () => {
    expect(render(fenced('dockerfile layerscope edit=src/index.js expect="hit,hit,hit,hit,miss"', node)).told).toEqual([]);
  });

  it('is the step that comes out another way, with its line', () => {
    const { told } = render(before + fenced('dockerfile layerscope edit=package.json expect="hit,hit,hit,miss,miss"', node));
    expect(told).toEqual([{ line: 8, message: 'The page around this says that step 3, `COPY package*.json ./`, stays cached. Here it rebuilds.' }]);
  });

  it('is the number of steps where that differs', () => {
    expect(render(fenced('dockerfile layerscope expect="hit"', node)).told).toEqual([{ line: 1, message: 'The page around this speaks of 1 step. This Dockerfile has 5.' }]);
  });

  it('ends the build where it is strict, and only for a promise', () => {
    const wrong = fenced('dockerfile layerscope expect="miss,miss,hit,hit,hit"', node);
    expect(() => render(wrong, { strict: true })).toThrow('The page around this says that step 1, `FROM node:22-alpine`, rebuilds. Here it stays cached.');
    expect(render(fenced('dockerfile layerscope colour=red', node), { strict: true }).told).toHaveLength(1);
  });

  it('is an unknown attribute, once in a document', () => {
    const { told } = render(`${before}${fenced('dockerfile layerscope colour=red', node)}\ntext\n\n${fenced('dockerfile layerscope colour=blue view=sideways', node)}`);
    expect(told.map(({ line }) => line)).toEqual([5, 15]);
    expect(told.map(({ message }) => message)).toEqual([expect.stringMatching(/^colour is no attribute/), expect.stringMatching(/^view="sideways" makes no sense/)]);
  });

  it('is what cannot be shown or edited, and a Dockerfile that cannot be read', () => {
    expect(render(fenced('dockerfile layerscope edit=nowhere.js', node)).told[0]?.message).toContain('nowhere.js');
    expect(render(fenced('dockerfile layerscope scene=nowhere', '')).told[0]?.message).toContain('nowhere');
    expect(render(before + fenced('dockerfile layerscope', 'FROM alpine\nCOPPY a b\n')).told[0]).toMatchObject({ line: 7, message: expect.stringContaining('unknown instruction: COPPY') as string });
    expect(render(fenced('dockerfile layerscope', 'FROM alpine\n') + fenced('js layerscope file=../up.js', 'x\n')).told[0]?.message).toContain('../up.js');
  });

  it('is a block that belongs to nothing, which stays a block', () => {
    const { html, told } = render(`${before}${fenced('js layerscope file=a.js', 'x\n')}`);
    expect(told).toMatchObject([{ line: 5, message: expect.stringContaining('belongs to no Dockerfile') as string }]);
    expect(parsed(html).querySelector('pre > code')?.textContent).toBe('x\n');
  });
});

describe('VitePress', () => {
  it('gets an element that Vue leaves alone, and no script', () => {
    const html = new MarkdownIt().use(markdownItLayerscope, { site }).render(fenced('dockerfile layerscope', 'FROM alpine\nENV A={{ b }}\n'), { path: 'a.md', relativePath: 'a.md' });
    expect(html).toMatch(/^<layer-scope v-pre>/);
    expect(html).not.toContain('<script');
  });
});

describe('MDX', () => {
  it('compiles to elements that no component of the page takes the place of', async () => {
    const text = String(await compile(fenced('dockerfile layerscope edit=src/index.js', 'FROM alpine\nENV A={b} B="<c>"\n'), { remarkPlugins: [[remarkLayerscope, { site }]] }));
    expect(text).toContain('_jsxs("layer-scope"');
    expect(text).toContain('_jsx("pre", {\n        "data-file": "Dockerfile",\n        children: "FROM alpine\\nENV A={b} B=\\"<c>\\"\\n"');
    expect(text).not.toContain('_components.pre');
  });
});

describe('any Dockerfile', () => {
  const word = fc.oneof(fc.constantFrom('FROM alpine', 'COPY . .', 'RUN <<EOF', 'EOF', '</pre></layer-scope><script>alert(1)</script>', '{{ x }}', '&amp;', '"\'`', '\u2028', '  '), fc.string({ maxLength: 30, unit: 'grapheme' }));
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((lines) => `FROM alpine\n${lines.join('\n')}\n`.replaceAll(/[\r\0]|`{3,}/g, ''));

  it.each([
    ['remark', withRemark],
    ['markdown-it', withMarkdownIt],
  ])('comes back intact from the HTML of %s', (_, render) => {
    fc.assert(
      fc.property(text, (dockerfile) => {
        const { html } = render(fenced('dockerfile layerscope', dockerfile, '``````'), { picture: false });
        const document = parsed(html);
        expect(filesOf(document.querySelector('layer-scope')!)).toEqual([{ path: 'Dockerfile', text: dockerfile }]);
        expect(document.querySelector('script')).toBeNull();
      }),
      { seed: 21, numRuns: 60 },
    );
  });
});
