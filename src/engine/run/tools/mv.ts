import { errnoOf, strerror } from '../system/errno.ts';
import { copyTree, join, lastName } from './copy-tree.ts';
import { readOptions, wrongUse } from './options.ts';
import { quoted } from './report.ts';
import { remove } from './rm.ts';
import type { Tool } from './tool.ts';

export const mv: Tool = {
  name: 'mv',
  run(process, args) {
    const options = readOptions(process, args, 'f force=f i n no-clobber=n v verbose=v t: target-directory=t: T no-target-directory=T u update=u b');
    if (typeof options === 'number') return options;
    const operands = [...options.operands];
    const gnu = process.userland === 'gnu';
    const into = options.values.get('t');
    if (operands.length === 0) return wrongUse(process, gnu ? 'missing file operand' : 'missing operand');
    if (into === undefined && operands.length === 1) return wrongUse(process, gnu ? `missing destination file operand after ${quoted(process, operands[0]!)}` : 'missing operand');
    const target = into ?? operands.pop()!;
    const isDir = process.peek(target)?.type === 'dir' && !options.has('T');
    if (operands.length > 1 && !isDir && !gnu) return Math.max(...operands.map((from) => process.fail(`can't rename '${from}': No such file or directory`)));
    if (operands.length > 1 && !isDir) return process.fail(`target ${quoted(process, target)}: ${process.peek(target) ? 'Not a directory' : 'No such file or directory'}`);
    let status = 0;
    for (const from of operands) {
      const to = isDir ? join(target, lastName(from)) : target;
      if (options.has('n') && process.peek(to, false)) continue;
      try {
        const source = process.find(from, false);
        if (source === process.peek(to, false)) {
          status = process.fail(`${quoted(process, from)} and ${quoted(process, to)} are the same file`);
          continue;
        }
        process.files.rename(process, from, to);
        if (options.has('v')) process.out(gnu ? `renamed '${from}' -> '${to}'\n` : `'${from}' -> '${to}'\n`);
      } catch (fault) {
        const errno = errnoOf(fault);
        if (errno === 'EXDEV' || errno === 'EBUSY') {
          const copied = copyTree(process, from, to, { recursive: true, preserve: true, follow: 'none', force: true, noClobber: false, verbose: false });
          if (!copied || !remove(process, from, true)) status = 1;
        } else if (!gnu) status = process.fail(`can't rename '${from}': ${strerror(errno)}`);
        else if (errno === 'ENOENT' && !process.peek(from, false)) status = process.fail(`cannot stat ${quoted(process, from)}: ${strerror(errno)}`);
        else if (errno === 'EINVAL') status = process.fail(`cannot move ${quoted(process, from)} to a subdirectory of itself, ${quoted(process, to)}`);
        else if (errno === 'ENOTDIR' && process.peek(to)) status = process.fail(`cannot overwrite non-directory ${quoted(process, to)} with directory ${quoted(process, from)}`);
        else if (errno === 'EISDIR') status = process.fail(`cannot overwrite directory ${quoted(process, to)} with non-directory`);
        else status = process.fail(`cannot move ${quoted(process, from)} to ${quoted(process, to)}: ${strerror(errno)}`);
      }
    }
    return status;
  },
};
