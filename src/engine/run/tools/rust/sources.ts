/** The files that rustc reads for one target: its root, the modules below it, and what they include. */
import { contentSha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';

export interface Source {
  readonly path: string;
  /** Virtual milliseconds since 1970. */
  readonly mtime: number;
  readonly digest: string;
  readonly text: string;
}

/** `src/main.rs` → it and every file that its `mod` lines and `include_str!` name, as the dep-info file lists them. */
export function sourcesOf(process: Process, root: string): readonly Source[] {
  const found = new Map<string, Source>();
  const queue = [{ path: root, isRoot: true }];
  for (let one = queue.shift(); one; one = queue.shift()) {
    process.limits.step(5);
    const { path, isRoot } = one;
    const inode = process.peek(path);
    if (inode?.type !== 'file' || found.has(path)) continue;
    const isCode = path.endsWith('.rs');
    const text = isCode ? process.readFile(path) : '';
    found.set(path, { path, mtime: inode.mtime, digest: contentSha256(inode.content), text });
    const parent = path.slice(0, path.lastIndexOf('/'));
    const below = isRoot || path.endsWith('/mod.rs') ? parent : path.replace(/\.rs$/, '');
    for (const [, name] of text.matchAll(/^\s*(?:pub(?:\([^)]*\))?\s+)?mod\s+(\w+)\s*;/gm)) {
      queue.push({ path: `${below}/${name}.rs`, isRoot: false }, { path: `${below}/${name}/mod.rs`, isRoot: false });
    }
    for (const [, name] of text.matchAll(/\binclude(?:_str|_bytes)?!\(\s*"([^"]+)"\s*\)/g)) queue.push({ path: `${parent}/${name}`, isRoot: false });
  }
  return [...found.values()];
}
