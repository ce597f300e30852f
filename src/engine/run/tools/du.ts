import type { Inode } from '../system/inode.ts';
import { join } from './copy-tree.ts';
import { blocks, humanSize, sizeOf } from './ls.ts';
import { readOptions } from './options.ts';
import { forEach, quoted, reportFault } from './report.ts';
import type { Tool } from './tool.ts';

export const du: Tool = {
  name: 'du',
  run(process, args) {
    const options = readOptions(process, args, 's summarize=s h human-readable=h k m b bytes=b a all=a c total=c d: max-depth=d: x L apparent-size=A S');
    if (typeof options === 'number') return options;
    const apparent = options.has('b') || options.has('A');
    const show = (bytes: number) => (options.has('b') ? String(bytes) : options.has('h') ? humanSize(bytes) : String(Math.ceil(bytes / (options.has('m') ? 1 << 20 : 1024))));
    const deepest = options.has('s') ? 0 : options.values.has('d') ? Number(options.values.get('d')) : Infinity;
    let total = 0;
    const visit = (path: string, inode: Inode, depth: number, seen: Set<Inode>): number => {
      process.limits.step();
      if (seen.has(inode)) return 0;
      seen.add(inode);
      let sum = apparent ? sizeOf(inode) : blocks(inode) * 1024;
      if (inode.type === 'dir') for (const name of inode.names()) sum += visit(join(path, name), inode.get(name)!, depth + 1, seen);
      if ((inode.type === 'dir' || options.has('a') || depth === 0) && depth <= deepest) process.out(`${show(sum)}\t${path}\n`);
      return sum;
    };
    const status = forEach(options.operands.length > 0 ? options.operands : ['.'], (path) => {
      try {
        total += visit(path, process.find(path, false), 0, new Set());
        return 0;
      } catch (fault) {
        return reportFault(process, fault, `cannot access ${quoted(process, path)}`, path);
      }
    });
    if (options.has('c')) process.out(`${show(total)}\ttotal\n`);
    return status;
  },
};
