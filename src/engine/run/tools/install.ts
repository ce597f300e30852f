import { makeDirectories } from '../system/writing.ts';
import { copyTree, join, lastName } from './copy-tree.ts';
import { changeMode } from './mode.ts';
import { parseOwner } from './chown.ts';
import { readOptions, wrongUse } from './options.ts';
import { quoted } from './report.ts';
import type { Tool } from './tool.ts';

export const install: Tool = {
  name: 'install',
  run(process, args) {
    const options = readOptions(process, args, 'd directory=d D m: mode=m: o: owner=o: g: group=g: s strip=s v verbose=v t: target-directory=t: T p preserve-timestamps=p c C b');
    if (typeof options === 'number') return options;
    const mode = changeMode(options.values.get('m') ?? '755', 0, false, 0);
    if (mode === undefined) return process.fail(`invalid mode ${quoted(process, options.values.get('m')!)}`);
    const owner = options.values.get('o');
    const who = parseOwner(process, `${owner ?? ''}${options.has('g') ? `:${options.values.get('g')}` : ''}`);
    if ('unknown' in who) return process.fail(`invalid user: ${quoted(process, owner ?? '')}`);
    const finish = (path: string) => {
      const inode = process.find(path);
      if (options.has('o') || options.has('g')) process.files.chown(process, inode, who.uid, who.gid);
      process.files.chmod(process, inode, mode);
    };
    const operands = [...options.operands];
    if (options.has('d')) {
      for (const path of operands) {
        makeDirectories(process, path, 0o755);
        finish(path);
      }
      return 0;
    }
    const into = options.values.get('t');
    if (operands.length === 0 || (operands.length === 1 && into === undefined)) return wrongUse(process, 'missing file operand');
    const target = into ?? operands.pop()!;
    if (options.has('D')) makeDirectories(process, into ?? (target.includes('/') ? target.slice(0, target.lastIndexOf('/')) || '/' : '.'), 0o755);
    const isDir = process.peek(target)?.type === 'dir' && !options.has('T');
    if (operands.length > 1 && !isDir) return process.fail(`target ${quoted(process, target)} is not a directory`);
    let status = 0;
    for (const from of operands) {
      const to = isDir ? join(target, lastName(from)) : target;
      if (process.peek(to, false) && process.peek(to, false)?.type !== 'dir') process.files.unlink(process, to);
      if (!copyTree(process, from, to, { recursive: false, preserve: false, follow: 'all', force: true, noClobber: false, verbose: options.has('v') })) status = 1;
      else finish(to);
    }
    return status;
  },
};
