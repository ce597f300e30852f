import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bytesOf, described, dirOf, emptyDir, file, get, put, symlink, walk } from '../../fs/index.ts';
import type { DirNode, Node } from '../../fs/index.ts';
import { exec } from '../exec.ts';
import { TOOLS } from '../tools/index.ts';

interface Recording {
  readonly snippet: string;
  readonly dialect: 'dash' | 'ash';
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly files: Record<string, unknown>;
}

const folder = new URL('fixtures/', import.meta.url);

/** The root that the snippets were recorded in, with a file for every tool that is simulated. */
function machine(dialect: 'dash' | 'ash'): DirNode {
  const names = TOOLS.flatMap((tool) => [tool.name, ...(tool.aliases ?? [])]);
  const program = (name: string): Node => described(1000, name, { mode: 0o755 });
  const busybox = dialect === 'ash';
  const bin = busybox
    ? dirOf([['busybox', program('busybox')], ...['sh', 'ash', ...names].map((name): [string, Node] => [name, symlink('busybox')])])
    : dirOf([['dash', program('dash')], ['sh', symlink('dash')]]);
  let root = dirOf([
    ['bin', bin],
    ['etc', dirOf([
      ['group', file('root:x:0:\napp:x:1000:\nstaff:x:50:app\n')],
      ['passwd', file('root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000:app:/home/app:/bin/sh\n')],
    ])],
    ['root', emptyDir({ mode: 0o700 })],
    ['tmp', emptyDir({ mode: 0o1777 })],
    ['usr', dirOf([['bin', dirOf(busybox ? [] : names.map((name): [string, Node] => [name, program(name)]))], ['local', dirOf([['bin', emptyDir()]])]])],
    ['w', emptyDir()],
  ]);
  root = put(root, '/home/app', emptyDir({ uid: 1000, gid: 1000 }));
  return root;
}

function tree(root: DirNode): Record<string, unknown> {
  const files: Record<string, unknown> = {};
  for (const [path, node] of walk(root)) {
    const mode = node.mode.toString(8).padStart(4, '0');
    const owner = node.uid || node.gid ? { owner: `${node.uid}:${node.gid}` } : {};
    if (node.type === 'symlink') files[path] = { link: node.target, ...owner };
    else if (node.type === 'dir') files[`${path}/`] = { mode, ...owner };
    else if (node.type === 'file') files[path] = { mode, ...owner, text: Buffer.from(bytesOf(node.content)).toString('latin1') };
    else files[path] = { mode, ...owner, special: true };
  }
  return files;
}

const roots = { dash: machine('dash'), ash: machine('ash') };

function simulate({ snippet, dialect }: Recording) {
  const result = exec({
    root: roots[dialect],
    mounts: [],
    args: ['/bin/sh', '-c', Buffer.from(snippet, 'latin1').toString('utf8')],
    env: ['PATH=/usr/local/bin:/usr/bin:/bin', 'HOME=/root'],
    cwd: '/w',
    user: '',
    network: 'default',
    platform: 'linux/amd64',
    now: 1_700_000_000_000,
    origin: 'step',
  });
  const stream = (n: 1 | 2) => Buffer.from(result.output.filter((line) => line.stream === n).map((line) => line.text).join(''), 'utf8').toString('latin1');
  return { stdout: stream(1), stderr: stream(2), exitCode: result.exitCode, files: tree(get(result.root, '/w') as DirNode) };
}

for (const name of readdirSync(folder).filter((one) => one.endsWith('.json')).sort()) {
  const recordings = JSON.parse(readFileSync(fileURLToPath(new URL(name, folder)), 'utf8')) as Recording[];
  describe(`real shells on ${name.replace('.json', '')}`, () => {
    it.each(recordings)('$dialect does: $snippet', (recording) => {
      const { stdout, stderr, exitCode, files } = recording;
      expect(simulate(recording)).toEqual({ stdout, stderr, exitCode, files });
    });
  });
}
