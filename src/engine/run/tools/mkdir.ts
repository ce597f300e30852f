import { errnoOf, strerror } from '../system/errno.ts';
import { changeMode } from './mode.ts';
import { readOptions, wrongUse } from './options.ts';
import { forEach, quoted } from './report.ts';
import type { Tool } from './tool.ts';

export const mkdir: Tool = {
  name: 'mkdir',
  run(process, args) {
    const options = readOptions(process, args, 'p parents=p m: mode=m: v verbose=v Z');
    if (typeof options === 'number') return options;
    if (options.operands.length === 0) return wrongUse(process, 'missing operand');
    const text = options.values.get('m');
    const mode = text === undefined ? undefined : changeMode(text, 0o777, true, 0);
    if (text !== undefined && mode === undefined) return process.fail(`invalid mode ${quoted(process, text)}`);
    const make = (path: string): number => {
      try {
        const made = process.files.mkdir(process, path);
        if (mode !== undefined) process.files.chmod(process, made, mode);
        if (options.has('v')) process.out(`${process.userland === 'gnu' ? 'mkdir: created directory' : 'created directory:'} '${path}'\n`);
        return 0;
      } catch (fault) {
        const errno = errnoOf(fault);
        if (errno === 'EEXIST' && options.has('p') && process.peek(path)?.type === 'dir') return 0;
        return process.fail(`${process.userland === 'gnu' ? 'cannot create directory ' : "can't create directory "}${quoted(process, path)}: ${strerror(errno)}`);
      }
    };
    return forEach(options.operands, (path) => {
      if (!options.has('p')) return make(path);
      const parts = path.split('/');
      for (let i = 1; i < parts.length; i++) {
        const parent = parts.slice(0, i).join('/');
        if (parent === '' || parts[i] === '' || process.peek(parent)?.type === 'dir') continue;
        try {
          const made = process.files.mkdir(process, parent);
          made.mode |= 0o300;
        } catch (fault) {
          const errno = errnoOf(fault);
          const at = process.userland === 'gnu' ? parent : path;
          return process.fail(`${process.userland === 'gnu' ? 'cannot create directory ' : "can't create directory "}${quoted(process, at)}: ${strerror(errno === 'EEXIST' ? 'ENOTDIR' : errno)}`);
        }
      }
      return make(path);
    });
  },
};
