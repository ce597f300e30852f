import { compile } from '@mdx-js/mdx';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified, type Pluggable, type Processor } from 'unified';
import { describe, expect, it } from 'vitest';
import markdownItLayerscope from './markdown-it.ts';
import remarkLayerscope from './remark.ts';

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const { exports } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as { exports: Record<string, unknown> };

/** The document that the page shows first, without what holds it. */
const document = /````md\n([^]*?)````/.exec(readme)![1]!;

const same = (value: unknown): unknown => value;
const modules: Readonly<Record<string, unknown>> = {
  'layerscope/remark': remarkLayerscope,
  'layerscope/markdown-it': markdownItLayerscope,
  'astro/config': { defineConfig: same },
  vitepress: { defineConfig: same },
  'rehype-stringify': rehypeStringify,
  'remark-parse': remarkParse,
  'remark-rehype': remarkRehype,
  unified: { unified },
};

/** What the example of that file name exports, as it stands in the page. */
function example<T>(file: string): T {
  const code = new RegExp(`\`\`\`js\\n// ${file.replaceAll('.', '\\.')}\\n([^]*?)\`\`\``).exec(readme)?.[1];
  if (code === undefined) throw new Error(`no example ${file}`);
  const body = code.replaceAll(/^import (.+) from '(.+)';$/gm, (_, names: string, from: string) => `const ${names} = modules['${from}'];`).replace('export default', 'return');
  for (const [, from = ''] of code.matchAll(/ from '(.+)';/g)) if (!(from in modules)) throw new Error(`nothing is ${from}`);
  return (new Function('modules', body) as (given: typeof modules) => T)(modules);
}

const alive = /<layer-scope [^]*expect="hit,hit,hit,hit,miss"[^]*<picture>/;

describe('the examples of the README', () => {
  it('import what the package exports', () => {
    const named = [...readme.matchAll(/from 'layerscope\/(.+)'/g)].map((match) => `./${match[1] ?? ''}`);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !(name in exports))).toEqual([]);
  });

  it('make an embed in Docusaurus, whose documents are MDX', async () => {
    const { presets } = example<{ presets: [[string, { docs: { remarkPlugins: Pluggable[] } }]] }>('docusaurus.config.js');
    expect(String(await compile(document, { remarkPlugins: presets[0][1].docs.remarkPlugins }))).toContain('"layer-scope"');
  });

  it('make an embed in Astro', () => {
    const { markdown } = example<{ markdown: { remarkPlugins: Pluggable[] } }>('astro.config.mjs');
    const html = String(unified().use(remarkParse).use(markdown.remarkPlugins).use(remarkRehype).use(rehypeStringify).processSync(document));
    expect(html).toMatch(alive);
    expect(html).toContain('<script type="module" src="https://layerscope.example/embed/layer-scope.js"></script>');
  });

  it('make an embed in VitePress', () => {
    const { markdown } = example<{ markdown: { config: (md: ReturnType<typeof MarkdownIt>) => void } }>('.vitepress/config.js');
    const md = new MarkdownIt();
    markdown.config(md);
    expect(md.render(document, { relativePath: 'a.md' })).toMatch(alive);
  });

  it('make an embed in Eleventy', () => {
    const md = new MarkdownIt();
    example<(config: { amendLibrary: (name: string, change: (md: ReturnType<typeof MarkdownIt>) => void) => void }) => void>('eleventy.config.js')({ amendLibrary: (_, change) => change(md) });
    expect(md.render(document)).toMatch(alive);
  });

  it('make an embed with remark alone', () => {
    expect(String(example<Processor>('build.js').processSync(document))).toMatch(alive);
  });
});
