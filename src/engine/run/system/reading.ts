import { contentSha256, sha256 } from '../../fs/index.ts';
import { toText } from './byte-string.ts';
import { attempt } from './errno.ts';
import type { Process } from './process.ts';

/** Digest of what is at a path: a file's bytes, a directory's names and contents; `none` where nothing can be read. */
export function contentOf(process: Process, path: string): string {
  const inode = attempt(() => process.readable(path)).value;
  if (!inode) return 'none';
  process.limits.step();
  if (inode.type === 'file') return contentSha256(inode.content);
  if (inode.type !== 'dir') return inode.type;
  return sha256(inode.names().map((name) => `${toText(name)}\0${contentOf(process, `${path}/${name}`)}`).join('\n'));
}
