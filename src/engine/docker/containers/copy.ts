/** `docker cp`: files between a container and the computer, by the rules of `cp -a` (docker `cli/command/container/cp.go`). */
import { children, dirOf, emptyDir, get, layerEntries, put } from '../../fs/index.ts';
import type { Node } from '../../fs/node.ts';
import { toBytes } from '../../run/system/byte-string.ts';
import { attempt } from '../../run/system/errno.ts';
import type { Container } from '../../workspace/container.ts';
import { copyInto, writeArchiveFile } from '../build/outputs.ts';
import { at, type Session } from '../session.ts';
import { keepContainer } from './store.ts';

const baseOf = (path: string): string => path.replace(/\/+$/, '').split('/').at(-1) ?? '';
const absolute = (path: string): string => (path.startsWith('/') ? path : `/${path}`);
const clean = (path: string): string => absolute(path).replace(/\/+/g, '/').replace(/\/\.?$/, '');

/** Out of a container; `-` writes an archive to standard output. */
export function copyFrom(session: Session, { root, name }: Container, path: string, dest: string): number {
  const node = clean(path) === '' ? root : at(root, clean(path));
  if (!node) return session.refuse(`Could not find the file ${path} in container ${name}`);
  if (dest === '-') {
    writeArchiveFile(session, '-', layerEntries(emptyDir(), dirOf([[baseOf(path) || '.', node]])));
    return 0;
  }
  const target = session.path(dest);
  const there = session.process.peek(toBytes(target));
  const contents = node.type === 'dir' && (/\/\.$/.test(path) || there?.type !== 'dir');
  const folder = contents ? target : there?.type === 'dir' ? target : target.slice(0, target.lastIndexOf('/')) || '/';
  const file = there?.type === 'dir' ? baseOf(path) : baseOf(target);
  if (!contents && !session.process.peek(toBytes(folder))) return session.err(`invalid output path: directory ${JSON.stringify(folder)} does not exist\n`);
  const wrong = copyInto(session, contents && node.type === 'dir' ? node : dirOf([[file, node]]), folder);
  return wrong === undefined ? 0 : session.err(`${wrong}\n`);
}

/** Into a container. */
export function copyTo(session: Session, source: string, container: Container, path: string): number {
  const { value: inode } = attempt(() => session.process.find(toBytes(session.path(source))));
  if (!inode) return session.err(`lstat ${session.path(source)}: no such file or directory\n`);
  const node: Node = { ...inode.freeze(), uid: 0, gid: 0 };
  const target = clean(path);
  const there = target === '' ? container.root : at(container.root, target);
  const contents = node.type === 'dir' && /\/\.$/.test(source);
  let place = there?.type === 'dir' && !contents ? `${target}/${baseOf(session.path(source))}` : target;
  if (!there && path.endsWith('/')) place = `${target}/${baseOf(session.path(source))}`;
  const folder = place.slice(0, place.lastIndexOf('/'));
  if (folder !== '' && get(container.root, folder.slice(1))?.type !== 'dir') return session.refuse(`Could not find the file ${folder} in container ${container.name}`);
  const before = get(container.root, place.slice(1));
  if (contents && before?.type === 'dir' && node.type === 'dir') {
    const root = [...children(node)].reduce((tree, [name, child]) => put(tree, `${place.slice(1)}/${name}`, child), container.root);
    keepContainer(session, { ...container, root });
  } else keepContainer(session, { ...container, root: put(container.root, place.slice(1), node) });
  return 0;
}
