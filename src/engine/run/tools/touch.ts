import { errnoOf, strerror } from '../system/errno.ts';
import { readOptions, wrongUse } from './options.ts';
import { forEach, quoted } from './report.ts';
import { readTime } from './time-format.ts';
import type { Tool } from './tool.ts';

export const touch: Tool = {
  name: 'touch',
  run(process, args) {
    const options = readOptions(process, args, 'a c no-create=c d: date=d: h m r: reference=r: t: f');
    if (typeof options === 'number') return options;
    const gnu = process.userland === 'gnu';
    if (options.operands.length === 0) return wrongUse(process, gnu ? 'missing file operand' : 'missing operand');
    let time: number | undefined;
    const { values } = options;
    if (values.has('r')) time = process.find(values.get('r')!).mtime;
    const text = values.get('d');
    if (text !== undefined) {
      time = !gnu && /\dT\d/.test(text) && !text.endsWith('Z') ? undefined : readTime(text, process.machine.now);
      if (time === undefined) return process.fail(gnu ? `invalid date format ${quoted(process, text)}` : `invalid date '${text}'`);
    }
    const stamp = /^(\d\d)?(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d\d))?$/.exec(values.get('t') ?? '');
    if (stamp) time = Date.UTC(Number(stamp[1] ?? (Number(stamp[2]) < 69 ? 20 : 19)) * 100 + Number(stamp[2]), Number(stamp[3]) - 1, Number(stamp[4]), Number(stamp[5]), Number(stamp[6]), Number(stamp[7] ?? 0));
    return forEach(options.operands, (path) => {
      try {
        const found = process.peek(path, !options.has('h'));
        if (!found && options.has('c')) return 0;
        const inode = found ?? process.files.create(process, path);
        if (found || time !== undefined) process.files.utimes(process, inode, time);
        return 0;
      } catch (fault) {
        const errno = errnoOf(fault);
        return process.fail(`${gnu ? `cannot touch ${quoted(process, path)}` : path}: ${strerror(errno === 'EISDIR' ? 'ENOENT' : errno)}`);
      }
    });
  },
};
