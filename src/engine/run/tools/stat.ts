import { groupName, userName } from '../system/accounts.ts';
import type { Inode } from '../system/inode.ts';
import type { Process } from '../system/process.ts';
import { blocks, linksOf, sizeOf } from './ls.ts';
import { modeText } from './mode.ts';
import { readOptions, wrongUse } from './options.ts';
import { forEach, quoted, reportFault } from './report.ts';
import { formatTime } from './time-format.ts';
import type { Tool } from './tool.ts';

const KINDS: Readonly<Record<string, string>> = { dir: 'directory', symlink: 'symbolic link', char: 'character special file', block: 'block special file', fifo: 'fifo', socket: 'socket' };

export const stat: Tool = {
  name: 'stat',
  run(process, args) {
    const options = readOptions(process, args, 'c: format=c: printf=P: L dereference=L f t terse=t');
    if (typeof options === 'number') return options;
    if (options.operands.length === 0) return wrongUse(process, 'missing operand');
    const format = options.values.get('P') ?? options.values.get('c');
    return forEach(options.operands, (path) => {
      try {
        const inode = process.find(path, options.has('L'));
        if (format === undefined) process.out(whole(process, path, inode));
        else {
          const text = fill(process, format, path, inode);
          process.out(options.has('P') ? text.replaceAll('\\n', '\n').replaceAll('\\t', '\t') : `${text}\n`);
        }
        return 0;
      } catch (fault) {
        return reportFault(process, fault, `cannot ${process.userland === 'gnu' ? 'statx' : 'stat'} ${quoted(process, path)}`, `can't stat '${path}'`);
      }
    });
  },
};

const stamp = (time: number) => `${formatTime('%Y-%m-%d %H:%M:%S', time)}.000000000 +0000`;

function kindOf(inode: Inode): string {
  if (inode.type === 'file') return inode.size === 0 ? 'regular empty file' : 'regular file';
  return KINDS[inode.type]!;
}

function fill(process: Process, format: string, path: string, inode: Inode): string {
  const types: Readonly<Record<string, number>> = { file: 0o100000, dir: 0o40000, symlink: 0o120000, char: 0o20000, block: 0o60000, fifo: 0o10000, socket: 0o140000 };
  const values: Readonly<Record<string, string>> = {
    a: inode.mode.toString(8), A: modeText(inode.type, inode.mode), b: String(blocks(inode) * 2), B: '512', f: (inode.mode | types[inode.type]!).toString(16), F: kindOf(inode),
    g: String(inode.gid), G: groupName(process, inode.gid) ?? 'UNKNOWN', u: String(inode.uid), U: userName(process, inode.uid) ?? 'UNKNOWN',
    h: String(linksOf(inode)), i: String(inode.number), n: path, N: inode.type === 'symlink' ? `'${path}' -> '${inode.target}'` : process.userland === 'gnu' ? `'${path}'` : path,
    o: '4096', s: String(sizeOf(inode)), X: String(Math.floor(inode.mtime / 1000)), Y: String(Math.floor(inode.mtime / 1000)), Z: String(Math.floor(inode.mtime / 1000)), W: '0', w: '-',
    x: stamp(inode.mtime), y: stamp(inode.mtime), z: stamp(inode.mtime), '%': '%',
  };
  return format.replace(/%([-0-9.]*)([a-zA-Z%])/g, (whole, width: string, letter: string) => {
    const value = values[letter] ?? whole;
    return width.startsWith('-') ? value.padEnd(Number(width.slice(1))) : value.padStart(Number(width) || 0);
  });
}

function whole(process: Process, path: string, inode: Inode): string {
  const name = inode.type === 'symlink' ? `${path} -> ${inode.target}` : path;
  const owner = (n: number, text: string | undefined) => `(${String(n).padStart(5)}/${(text ?? 'UNKNOWN').padStart(8)})`;
  return [
    `  File: ${name}`,
    `  Size: ${String(sizeOf(inode)).padEnd(10)}\tBlocks: ${String(blocks(inode) * 2).padEnd(10)} IO Block: 4096   ${kindOf(inode)}`,
    `Device: 0,50\tInode: ${String(inode.number).padEnd(11)} Links: ${linksOf(inode)}`,
    `Access: (${inode.mode.toString(8).padStart(4, '0')}/${modeText(inode.type, inode.mode)})  Uid: ${owner(inode.uid, userName(process, inode.uid))}   Gid: ${owner(inode.gid, groupName(process, inode.gid))}`,
    `Access: ${stamp(inode.mtime)}`,
    `Modify: ${stamp(inode.mtime)}`,
    `Change: ${stamp(inode.mtime)}`,
    ...(process.userland === 'gnu' ? [' Birth: -'] : []),
    '',
  ].join('\n');
}
