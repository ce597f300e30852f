/** A small Debian with Node.js and a project in /app, for trying the tools of this folder in tests. */
import { children, described, dirOf, emptyDir, file, get, put, symlink, textOf } from '../../../fs/index.ts';
import type { DirNode, Node } from '../../../fs/node.ts';
import { exec } from '../../exec.ts';
import type { ExecRequest, ExecResult } from '../../request.ts';

const PROGRAMS = 'dash cat cp echo grep ls mkdir mv rm sed test touch sh corepack node npm npx yarn pnpm';

/** The root with these files; paths without a leading slash are below /app. Numbers are sizes of files that nobody reads; `commands` are further programs. */
export function nodeImage(files: Readonly<Record<string, string | number>>, ...commands: readonly string[]): DirNode {
  const program = (name: string): [string, Node] => [name, described(1000, name, { mode: 0o755 })];
  let root = dirOf([
    ['bin', symlink('usr/local/bin')],
    ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n')], ['group', file('root:x:0:\nnode:x:1000:\n')]])],
    ['home', dirOf([['node', emptyDir({ uid: 1000, gid: 1000 })]])],
    ['root', emptyDir({ mode: 0o700 })],
    ['tmp', emptyDir({ mode: 0o1777 })],
    ['usr', dirOf([['local', dirOf([['bin', dirOf([...PROGRAMS.split(' '), ...commands].map(program))]])]])],
  ]);
  root = put(root, '/app', emptyDir());
  for (const [path, content] of Object.entries(files)) root = put(root, path.startsWith('/') ? path : `/app/${path}`, typeof content === 'string' ? file(content) : described(content, path));
  return root;
}

/** Runs a line in /app. */
export function runIn(root: DirNode, command: string, more: Partial<ExecRequest> = {}): ExecResult {
  return exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: ['NODE_VERSION=22.23.2', 'PATH=/usr/local/bin'], cwd: '/app', user: '', network: 'default', platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step', ...more });
}

/** All that was printed. */
export function printed({ output }: ExecResult): string {
  return output.map((line) => line.text).join('');
}

/** The text of a file, or the seed of a described one; undefined where there is none. */
export function contents(root: DirNode, path: string): string | undefined {
  const node = get(root, path.startsWith('/') ? path : `/app/${path}`);
  if (node?.type !== 'file') return undefined;
  return node.content.kind === 'described' ? node.content.seed : textOf(node);
}

/** Names in a directory; none where there is no such directory. */
export function namesIn(root: DirNode, path: string): string[] {
  const node = get(root, path.startsWith('/') ? path : `/app/${path}`);
  return node?.type === 'dir' ? [...children(node)].map(([name]) => name).sort() : [];
}
