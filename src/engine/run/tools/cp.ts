import { copyTree, join, lastName } from './copy-tree.ts';
import { readOptions, wrongUse } from './options.ts';
import { quoted } from './report.ts';
import type { Tool } from './tool.ts';
import { makeDirectories } from '../system/writing.ts';

export const cp: Tool = {
  name: 'cp',
  run(process, args) {
    const options = readOptions(process, args, 'a archive=a b d f force=f H i l link=l L dereference=L n no-clobber=n P no-dereference=P p preserve=p parents r R recursive=r s symbolic-link=s t: target-directory=t: T no-target-directory=T u update=u v verbose=v x no-preserve=NP: reflink=RL sparse=SP:');
    if (typeof options === 'number') return options;
    const operands = [...options.operands];
    const gnu = process.userland === 'gnu';
    if (operands.length === 0) return wrongUse(process, gnu ? 'missing file operand' : 'missing operand');
    const into = options.values.get('t');
    if (into === undefined && operands.length === 1) return wrongUse(process, gnu ? `missing destination file operand after ${quoted(process, operands[0]!)}` : 'missing operand');
    const target = into ?? operands.pop()!;
    const isDir = process.peek(target)?.type === 'dir';
    if (into !== undefined && !isDir) return process.fail(gnu ? `target directory ${quoted(process, into)}: No such file or directory` : `'${into}' is not a directory`);
    if (operands.length > 1 && !isDir) return process.fail(gnu ? `target ${quoted(process, target)}: ${process.peek(target) ? 'Not a directory' : 'No such file or directory'}` : `target '${target}' is not a directory`);
    const recursive = options.has('r') || options.has('R') || options.has('a');
    const follow = options.has('L') ? 'all' : options.has('H') ? 'operands' : options.has('P') || options.has('d') || recursive ? 'none' : 'all';
    let status = 0;
    for (const from of operands) {
      let to = isDir && !options.has('T') ? join(target, lastName(from) === '..' || lastName(from) === '.' ? '' : lastName(from)).replace(/(.)\/$/, '$1') : target;
      if (options.has('parents')) {
        to = join(target, from.replace(/^\/+/, ''));
        makeDirectories(process, to.slice(0, to.lastIndexOf('/')));
      }
      const done = copyTree(process, from, to, {
        recursive,
        preserve: options.has('a') || (options.has('p') && !/^mode$/.test(options.values.get('p') ?? '')),
        preserveMode: options.values.get('p') === 'mode',
        follow,
        force: options.has('f'),
        noClobber: options.has('n'),
        update: options.has('u'),
        verbose: options.has('v'),
        ...(options.has('l') && { link: 'hard' as const }),
        ...(options.has('s') && { link: 'symbolic' as const }),
      });
      if (!done) status = 1;
    }
    return status;
  },
};
