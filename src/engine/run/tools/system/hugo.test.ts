import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, symlink } from '../../../fs/index.ts';
import type { DirNode } from '../../../fs/node.ts';
import { exec } from '../../exec.ts';

const site: Readonly<Record<string, string>> = {
  'hugo.toml': 'title = "Garden"\n',
  'content/_index.md': '# Garden\n',
  'content/posts/roses.md': '# Roses\n',
  'content/posts/tulips/index.md': '# Tulips\n',
  'layouts/single.html': '{{ .Content }}\n',
  'static/logo.svg': '<svg/>\n',
};

function root(files: Readonly<Record<string, string>>): DirNode {
  const program = (name: string) => [name, described(1000, name, { mode: 0o755 })] as const;
  let made = dirOf([['bin', symlink('usr/bin')], ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')]])], ['root', emptyDir()], ['usr', dirOf([['bin', dirOf([...['dash', 'hugo'].map(program), ['sh', symlink('dash')]])]])]]);
  made = put(made, '/site', emptyDir());
  for (const [path, text] of Object.entries(files)) made = put(made, `/site/${path}`, file(text));
  return made;
}

function run(files: Readonly<Record<string, string>>, command: string) {
  const result = exec({ root: root(files), mounts: [], args: ['/bin/sh', '-c', command], env: [], cwd: '/site', user: '', network: 'default', platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step' });
  return { ...result, text: result.output.map(({ text }) => text).join('') };
}

/** What decides the bytes of each page. */
function pages(files: Readonly<Record<string, string>>, command = 'hugo'): Record<string, unknown> {
  const made = run({ ...site, ...files }, command).root;
  return Object.fromEntries(['index.html', 'posts/roses/index.html', 'posts/tulips/index.html', 'sitemap.xml', 'logo.svg'].map((path) => {
    const node = get(made, `/site/public/${path}`);
    return [path, node?.type === 'file' ? node.content : undefined];
  }));
}

describe('hugo', () => {
  it.each([
    ['hugo version', {}, 0, 'hugo v0.'],
    ['hugo', {}, 1, 'Unable to locate config file or config directory'],
    ['hugo', site, 0, 'Pages            | 6'],
    ['hugo', { 'config.yaml': 'title: x\n' }, 0, 'Pages'],
  ] as const)('%s says and ends as the real one', (command, files, code, words) => {
    const result = run(files, command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(code);
  });

  it('writes a page for each text and copies static files', () => {
    expect(Object.values(pages({})).every((content) => content !== undefined)).toBe(true);
    expect(pages({})['logo.svg']).toEqual(file(site['static/logo.svg']!).content);
  });

  it.each([
    ['-d /out', '/out'],
    ['--destination=dist', '/site/dist'],
    ['build --destination dist', '/site/dist'],
  ])('%s writes to %s', (options, folder) => {
    const made = run(site, `hugo ${options}`).root;
    expect([get(made, `${folder}/index.html`) !== undefined, get(made, '/site/public')]).toEqual([true, undefined]);
  });

  it.each([
    ['a text', { 'content/posts/roses.md': '# Red roses\n' }, ['index.html', 'posts/roses/index.html', 'sitemap.xml']],
    ['a layout', { 'layouts/single.html': '<main>{{ .Content }}</main>\n' }, ['index.html', 'posts/roses/index.html', 'posts/tulips/index.html', 'sitemap.xml']],
    ['a static file', { 'static/logo.svg': '<svg></svg>\n' }, ['logo.svg']],
    ['a file that is not of the site', { 'README.md': 'x' }, []],
  ] as const)('writes other pages for %s: only those that it is in', (_, edit, changed) => {
    const [before, after] = [pages({}), pages(edit)];
    expect(Object.keys(before).filter((path) => JSON.stringify(before[path]) !== JSON.stringify(after[path]))).toEqual(changed);
  });

  it('writes smaller pages with --minify', () => {
    const size = (command: string) => (pages({}, command)['posts/roses/index.html'] as { size: number }).size;
    expect(size('hugo --minify')).toBeLessThan(size('hugo'));
  });
});
