/**
 * `hugo`: reads the configuration, `content`, `layouts`, `themes`, `assets` and `data`, writes a page for each Markdown
 * file to `public` and copies `static` there. A page depends on its own text and on the theme, not on other pages.
 */
import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import { bytesBelow, digestOf, filesBelow } from '../artifacts.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';

const BASIS = 'Estimated: about a millisecond a page, after half a second for templates.';
const CONFIGURATIONS = ['hugo.toml', 'hugo.yaml', 'hugo.json', 'config.toml', 'config.yaml', 'config.json', 'config'];

export const hugo: Tool = {
  name: 'hugo',
  run(process, args) {
    if (args[0] === 'version') {
      process.out('hugo v0.152.2+extended linux/amd64\n');
      return 0;
    }
    const verb = args.find((arg, i) => arg[0] !== '-' && !/^-[dsbe]$|^--(destination|source|baseURL|environment)$/.test(args[i - 1] ?? ''));
    if (verb !== undefined && verb !== 'build') return notSimulated(process, 'hugo', `hugo ${verb}`);
    const configured = CONFIGURATIONS.filter((name) => process.peek(name));
    if (configured.length === 0) {
      process.err('Error: Unable to locate config file or config directory. Perhaps you need to create a new site.\n       Run `hugo help new` for details.\n');
      return 1;
    }
    const at = args.findIndex((arg) => arg === '-d' || arg === '--destination');
    const to = at >= 0 ? (args[at + 1] ?? 'public') : (args.find((arg) => arg.startsWith('--destination='))?.slice(14) ?? 'public');
    const look = digestOf(process, [...configured, 'layouts', 'themes', 'assets', 'data']);
    const minify = args.includes('--minify');
    let bytes = 0;
    const write = (path: string, size: number, seed: string) => {
      writeDescribed(process, `${to}/${path}`, size, sha256(`${seed} ${minify ? 'minified' : ''}`));
      bytes += size;
    };
    const pages = filesBelow(process, 'content', (name) => name.endsWith('.md'));
    for (const page of pages) write(`${page.slice('content/'.length).replace(/(?:_?index)?\.md$/, (end) => (end === '.md' ? '/' : ''))}index.html`, 3200 + Math.round(bytesBelow(process, page) * (minify ? 1.1 : 1.3)), `page ${look} ${digestOf(process, [page])}`);
    const all = digestOf(process, ['content']);
    write('index.html', 3600 + pages.length * 120, `home ${look} ${all}`);
    write('index.xml', 900 + pages.length * 400, `feed ${look} ${all}`);
    write('sitemap.xml', 300 + pages.length * 110, `sitemap ${look} ${all}`);
    for (const path of filesBelow(process, 'static', () => true)) {
      const source = process.peek(path);
      if (source?.type !== 'file') continue;
      writeDescribed(process, `${to}/${path.slice('static/'.length)}`, source.size, '');
      const copy = process.peek(`${to}/${path.slice('static/'.length)}`);
      if (copy?.type === 'file') copy.content = source.content;
      bytes += source.size;
    }
    process.out(`Pages            | ${pages.length + 3}\nTotal in ${500 + pages.length} ms\n`);
    modelled(process, 'hugo', 500 + pages.length + Math.round(bytes / 200_000), bytes, BASIS);
    return 0;
  },
};
