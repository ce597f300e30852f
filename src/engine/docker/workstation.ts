/** The computer that somebody sits at: a small Linux with a shell, the project in a folder of its home, and docker. */
import { children, described, dirOf, emptyDir, file, get, put } from '../fs/index.ts';
import type { DirNode, Node } from '../fs/node.ts';

/** Home of whoever sits there. */
export const home = '/home/me';
/** Where the build context lies. */
export const project = `${home}/app`;
/** Name of whoever sits there. */
export const user = 'me';

/** Programs of the usual kind that are installed; those of `host/` and docker come beside them. */
export const programs = [
  'awk', 'base64', 'basename', 'bash', 'cat', 'chgrp', 'chmod', 'chown', 'cmp', 'cp', 'cut', 'date', 'dd',
  'diff', 'dirname', 'du', 'echo', 'egrep', 'env', 'expr', 'false', 'fgrep', 'find', 'fold', 'grep', 'groups', 'gunzip',
  'gzip', 'head', 'hostname', 'id', 'install', 'ln', 'ls', 'md5sum', 'mkdir', 'mktemp', 'mv', 'nl', 'nproc', 'od',
  'paste', 'printenv', 'printf', 'pwd', 'readlink', 'realpath', 'rev', 'rm', 'rmdir', 'sed', 'seq', 'sh', 'sha1sum', 'sha256sum',
  'sha512sum', 'sleep', 'sort', 'stat', 'sync', 'tac', 'tail', 'tar', 'tee', 'test', 'touch', 'tr', 'true', 'truncate',
  'tty', 'uname', 'uniq', 'wc', 'which', 'whoami', 'xargs', 'yes', 'zcat', '[',
];

/** Its file system, with these programs beside the usual ones. The person has the rights of everybody's owner: nothing here needs sudo. */
export function workstation(context: DirNode, outside: DirNode | undefined, own: readonly string[]): DirNode {
  const bin = [...programs, ...own].map((name): [string, Node] => [name, described(0, name, { mode: 0o755 })]);
  const base = dirOf([
    ['bin', dirOf(bin)],
    ['dev', emptyDir()],
    ['etc', dirOf([['passwd', file(`${user}:x:0:0::${home}:/bin/bash\n`)], ['group', file(`${user}:x:0:\n`)]])],
    ['proc', emptyDir()],
    ['sys', emptyDir()],
  ]);
  const rest = outside ?? dirOf([['home', dirOf([[user, emptyDir()]])], ['tmp', emptyDir({ mode: 0o1777 })]]);
  const kept = [...children(rest)].reduce((root, [name, node]) => put(root, name, node), base);
  return put(kept, project.slice(1), context);
}

/** What a line left: the project, and what lies outside of it and is not the system's. */
export function leftBehind(root: DirNode): { readonly context: DirNode; readonly outside: DirNode } {
  const node = get(root, project.slice(1));
  const context = node?.type === 'dir' ? node : emptyDir();
  const outside = dirOf(['home', 'tmp'].flatMap((name): [string, Node][] => {
    const found = get(root, name);
    return found ? [[name, found]] : [];
  }));
  return { context, outside: get(outside, project.slice(1)) ? put(outside, project.slice(1), emptyDir()) : outside };
}

/** Where a context path of the terminal is on the computer; what begins with a slash is outside of the project. */
export const folderPath = (folder: string): string => (folder.startsWith('/') ? folder : folder === '' ? project : `${project}/${folder}`);

/** The folder of the terminal for a path on the computer. */
export function pathFolder(path: string): string {
  if (path === project) return '';
  return path.startsWith(`${project}/`) ? path.slice(project.length + 1) : path;
}
