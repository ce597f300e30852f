// Renders a document with a built plug-in, as a generator of documentation would: `node render.mjs <plug-in> <site>`, Markdown in, HTML out.
import MarkdownIt from 'markdown-it';
import { readFileSync } from 'node:fs';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const [plugin, site] = process.argv.slice(2);
const { default: layerscope } = await import(`../../../build/plugins/${plugin}.js`);
const options = { site, strict: true };
const markdown = readFileSync(0, 'utf8');
const html = plugin === 'remark' ? String(unified().use(remarkParse).use(layerscope, options).use(remarkRehype).use(rehypeStringify).processSync(markdown)) : new MarkdownIt().use(layerscope, options).render(markdown);
process.stdout.write(html);
