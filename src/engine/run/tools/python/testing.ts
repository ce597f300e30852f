/** For the tests of this folder: a small Debian with CPython 3.13 under /usr/local, and commands run in it. */
import { described, dirOf, emptyDir, file, put, symlink } from '../../../fs/index.ts';
import type { DirNode, Node } from '../../../fs/index.ts';
import { exec } from '../../exec.ts';
import type { ExecRequest, ExecResult } from '../../request.ts';

/** A root with these texts; more programs go to /usr/bin. */
export function pythonRoot(files: Readonly<Record<string, string>>, programs: readonly string[] = [], release = 'VERSION_CODENAME=trixie\n'): DirNode {
  const program = (name: string): [string, Node] => [name, described(1000, name, { mode: 0o755 })];
  let root = dirOf([
    ['bin', symlink('usr/bin')],
    ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/home/app:/bin/sh\n')], ['group', file('root:x:0:\napp:x:1000:\n')], ['os-release', file(release)]])],
    ['home', dirOf([['app', emptyDir({ uid: 1000, gid: 1000 })]])],
    ['root', emptyDir({ mode: 0o700 })],
    ['tmp', emptyDir({ mode: 0o1777 })],
    ['usr', dirOf([
      ['bin', dirOf([...['dash', 'cat', 'chmod', 'ls', 'mkdir', 'mv', 'rm', 'touch', ...programs].map(program), ['sh', symlink('dash')]])],
      ['local', dirOf([
        ['bin', dirOf([...['python3.13', 'pip3.13', 'poetry', 'uv', 'uvx'].map(program), ['pip', symlink('pip3.13')], ['python3', symlink('python3.13')], ['python', symlink('python3')]])],
        ['lib', dirOf([['python3.13', dirOf([['os.py', file('')], ['site-packages', emptyDir()]])]])],
      ])],
    ])],
  ]);
  for (const [path, text] of Object.entries(files)) root = put(root, path, file(text));
  return root;
}

/** Runs a line in `/app` as root, with the variables of the official image. */
export function runIn(root: DirNode, command: string, more: Partial<ExecRequest> = {}): ExecResult & { readonly text: string } {
  const env = ['PATH=/usr/local/bin:/usr/bin:/bin', 'PYTHON_VERSION=3.13.14', 'HOME=/root', ...(more.env ?? [])];
  const result = exec({ root, mounts: [], args: ['/bin/sh', '-c', command], cwd: '/app', user: '', network: 'default', platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step', ...more, env });
  return { ...result, text: result.output.map((line) => line.text).join('') };
}
