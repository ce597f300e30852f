import { errnoOf, strerror } from '../system/errno.ts';
import { join, lastName } from './copy-tree.ts';
import { readOptions, wrongUse } from './options.ts';
import { quoted } from './report.ts';
import type { Tool } from './tool.ts';

export const ln: Tool = {
  name: 'ln',
  run(process, args) {
    const options = readOptions(process, args, 's symbolic=s f force=f n no-dereference=n v verbose=v T no-target-directory=T t: target-directory=t: r relative=r P L b i');
    if (typeof options === 'number') return options;
    const operands = [...options.operands];
    const gnu = process.userland === 'gnu';
    if (operands.length === 0) return wrongUse(process, gnu ? 'missing file operand' : 'missing operand');
    const target = options.values.get('t') ?? (operands.length > 1 ? operands.pop()! : '.');
    const found = process.peek(target, !options.has('n'));
    const isDir = found?.type === 'dir' && !options.has('T');
    if (operands.length > 1 && !isDir) return process.fail(gnu ? `target ${quoted(process, target)}: ${found ? 'Not a directory' : 'No such file or directory'}` : `'${target}' is not a directory`);
    let status = 0;
    for (const from of operands) {
      const to = isDir ? join(target, lastName(from)) : target;
      try {
        const source = options.has('s') ? undefined : process.find(from, false);
        const old = process.peek(to, false);
        if (options.has('f') && old && old.type !== 'dir' && old !== source) process.files.unlink(process, to);
        if (options.has('s')) process.files.symlink(process, options.has('r') ? relative(process.locate(to).path, process.locate(from).path) : from, to);
        else process.files.link(process, from, to, options.has('L'));
        if (options.has('v')) process.out(`'${to}' ${options.has('s') ? '->' : '=>'} '${from}'\n`);
      } catch (fault) {
        const errno = errnoOf(fault);
        if (!gnu) status = process.fail(`${errno === 'ENOENT' && !options.has('s') ? from : to.replace(/^\.\//, '')}: ${strerror(errno)}`);
        else if (options.has('s')) status = process.fail(`failed to create symbolic link ${quoted(process, to)}: ${strerror(errno)}`);
        else if (errno === 'EPERM') status = process.fail(`${from}: hard link not allowed for directory`);
        else if (errno === 'ENOENT' && !process.peek(from, false)) status = process.fail(`failed to access ${quoted(process, from)}: ${strerror(errno)}`);
        else status = process.fail(`failed to create hard link ${quoted(process, to)}${errno === 'EEXIST' ? '' : ` => ${quoted(process, from)}`}: ${strerror(errno)}`);
      }
    }
    return status;
  },
};

/** The way from the directory of one path to another path. */
function relative(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let same = 0;
  while (same < start.length && start[same] === end[same]) same++;
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/') || '.';
}
