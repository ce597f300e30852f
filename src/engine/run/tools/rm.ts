import { errnoOf, strerror, SystemFault } from '../system/errno.ts';
import type { Process } from '../system/process.ts';
import { readOptions, wrongUse } from './options.ts';
import { quoted } from './report.ts';
import type { Tool } from './tool.ts';

export const rm: Tool = {
  name: 'rm',
  run(process, args) {
    const options = readOptions(process, args, 'r R recursive=r f force=f i I v verbose=v d dir=d one-file-system preserve-root no-preserve-root');
    if (typeof options === 'number') return options;
    const recursive = options.has('r') || options.has('R');
    const force = options.has('f');
    if (options.operands.length === 0) return force ? 0 : wrongUse(process, 'missing operand');
    let status = 0;
    for (const path of options.operands) {
      if (/(^|\/)\.{1,2}\/*$/.test(path)) {
        status = process.fail(process.userland === 'gnu' ? `refusing to remove '.' or '..' directory: skipping ${quoted(process, path)}` : `can't remove '.' or '..'`);
        continue;
      }
      if (process.userland === 'gnu' && recursive && !options.has('no-preserve-root') && /^\/+$/.test(path)) {
        status = process.fail("it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe");
        continue;
      }
      if (!remove(process, path, recursive, force, options.has('d'), options.has('v'))) status = 1;
    }
    return status;
  },
};

/** Removes a path and all below it; false where something could not be removed. */
export function remove(process: Process, path: string, recursive: boolean, force = false, emptyDirs = false, verbose = false): boolean {
  process.limits.step();
  const complain = (words: string) => {
    process.fail(words);
    return false;
  };
  try {
    const inode = process.find(path, false);
    if (inode.type === 'dir') {
      if (!recursive && !emptyDirs) return complain(process.userland === 'gnu' ? `cannot remove ${quoted(process, path)}: Is a directory` : `${quoted(process, path)} is a directory`);
      let all = true;
      if (recursive) {
        if (!process.files.allows(process, inode, 4)) throw SystemFault.of('EACCES');
        for (const name of inode.names()) if (!remove(process, `${path.replace(/\/+$/, '')}/${name}`, true, force, false, verbose)) all = false;
      }
      if (!all) return false;
      process.files.rmdir(process, path);
      if (verbose) process.out(process.userland === 'gnu' ? `removed directory '${path}'\n` : `removed directory: '${path}'\n`);
      return true;
    }
    process.files.unlink(process, path);
    if (verbose) process.out(`removed '${path}'\n`);
    return true;
  } catch (fault) {
    const errno = errnoOf(fault);
    if (force && (errno === 'ENOENT' || errno === 'ENOTDIR')) return true;
    return complain(`${process.userland === 'gnu' ? 'cannot' : "can't"} remove ${quoted(process, path)}: ${strerror(errno)}`);
  }
}
