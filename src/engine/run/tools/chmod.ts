import type { Process } from '../system/process.ts';
import { join } from './copy-tree.ts';
import { changeMode, modeText } from './mode.ts';
import { wrongUse } from './options.ts';
import { quoted, reportFault } from './report.ts';
import type { Tool } from './tool.ts';

export const chmod: Tool = {
  name: 'chmod',
  run(process, args) {
    let recursive = false;
    let quiet = false;
    let verbose = false;
    let reference: string | undefined;
    const rest: string[] = [];
    for (const arg of args) {
      if (arg === '-R' || arg === '--recursive') recursive = true;
      else if (/^-[Rfcv]+$/.test(arg)) {
        recursive ||= arg.includes('R');
        quiet ||= arg.includes('f');
        verbose ||= arg.includes('v');
      } else if (arg.startsWith('--reference=')) reference = arg.slice(12);
      else if (arg !== '--' && !/^--(silent|quiet|changes|verbose|preserve-root|no-preserve-root)$/.test(arg)) rest.push(arg);
    }
    const mode = reference === undefined ? rest.shift() : process.find(reference).mode.toString(8);
    if (mode === undefined) return wrongUse(process, 'missing operand');
    if (rest.length === 0) return wrongUse(process, process.userland === 'gnu' ? `missing operand after ${quoted(process, mode)}` : 'missing operand');
    const valid = changeMode(mode, 0, false, 0) !== undefined;
    const gnu = process.userland === 'gnu';
    if (!valid && gnu) return wrongUse(process, `invalid mode: ${quoted(process, mode)}`);
    let status = 0;
    const change = (path: string, top: boolean) => {
      process.limits.step();
      try {
        const inode = process.find(path, top);
        if (inode.type === 'symlink') return;
        if (!valid) {
          status = process.fail(`invalid mode '${mode}'`);
          return;
        }
        const before = inode.mode;
        const keepsBits = inode.type === 'dir' && (gnu || !/^\d/.test(mode));
        const after = changeMode(mode, before, keepsBits, process.umask)!;
        process.files.chmod(process, inode, after);
        if (verbose) report(process, path, before, after, inode.type);
        if (gnu && mode[0] === '-' && !reference) surprise(process, path, mode, before, after, inode.type);
        if (recursive && inode.type === 'dir') for (const name of process.directory(path).names()) change(join(path, name), false);
      } catch (fault) {
        if (!quiet) {
          const missing = process.peek(path, false) === undefined;
          status = reportFault(process, fault, missing ? `cannot access ${quoted(process, path)}` : `changing permissions of ${quoted(process, path)}`, path);
        }
        status = 1;
      }
    };
    for (const path of rest) change(path, true);
    return status;
  },
};

/** `-v`: what became of one file. */
function report(process: Process, path: string, before: number, after: number, type: string): void {
  const shown = (mode: number) => `${mode.toString(8).padStart(4, '0')} (${modeText(type, mode).slice(1)})`;
  const gnu = process.userland === 'gnu';
  if (gnu && before === after) process.out(`mode of ${quoted(process, path)} retained as ${shown(after)}\n`);
  else process.out(`mode of ${quoted(process, path)} changed ${gnu ? `from ${shown(before)} ` : ''}to ${shown(after)}\n`);
}

/** GNU tells when the umask kept a mode such as `-x` from being what was written. */
function surprise(process: Process, path: string, mode: string, before: number, after: number, type: string): void {
  const meant = changeMode(mode, before, type === 'dir', 0)!;
  if (meant !== after) process.fail(`${path}: new permissions are ${modeText(type, after).slice(1)}, not ${modeText(type, meant).slice(1)}`);
}
