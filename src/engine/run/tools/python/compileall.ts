/** `python -m compileall`: bytecode for every `.py` of the folders, in `__pycache__`. It carries the source's time, as real bytecode does. */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { contentOf } from '../../system/reading.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled } from '../model.ts';
import type { Interpreter } from './interpreter.ts';

/** The exit code; 1 where something listed is not there. */
export function compileAll(process: Process, args: readonly string[], interpreter: Interpreter): number {
  const quiet = args.some((arg) => /^-q+$/.test(arg));
  const hashed = args.some((arg) => /hash/.test(arg));
  const dirs = args.filter((arg, i) => arg[0] !== '-' && !/^(-[djprso]|--invalidation-mode|--workers)$/.test(args[i - 1] ?? ''));
  const tag = `cpython-${interpreter.minor.replace('.', '')}`;
  let status = 0;
  let bytes = 0;
  let count = 0;
  const visit = (path: string): void => {
    process.limits.step(2);
    const inode = attempt(() => process.find(path)).value;
    if (!inode) {
      process.out(`Can't list '${path}'\n`);
      status = 1;
    } else if (inode.type === 'dir') {
      if (!quiet) process.out(`Listing '${path}'...\n`);
      for (const name of inode.names()) {
        if (name === '__pycache__') continue;
        const inner = process.peek(`${path}/${name}`);
        if (inner?.type === 'dir' || name.endsWith('.py')) visit(`${path}/${name}`);
      }
    } else if (inode.type === 'file' && path.endsWith('.py')) {
      const slash = path.lastIndexOf('/');
      const size = Math.round(inode.size * 0.8) + 16;
      writeDescribed(process, `${slash < 0 ? '.' : path.slice(0, slash)}/__pycache__/${path.slice(slash + 1, -3)}.${tag}.pyc`, size, sha256(`pyc ${tag} ${contentOf(process, path)} ${hashed ? '' : Math.floor(inode.mtime / 1000)}`));
      if (!quiet) process.out(`Compiling '${path}'...\n`);
      bytes += size;
      count += 1;
    }
  };
  for (const dir of dirs.length > 0 ? dirs : [interpreter.site]) visit(dir.replace(/(?<=.)\/$/, ''));
  modelled(process, 'python', 60 + count * 8, bytes, 'Compiling a module is taken to need 8 ms and to give 0.8 of its bytes.');
  return status;
}
