import { readOptions } from './options.ts';
import { reportFault } from './report.ts';
import { readCount } from './head.ts';
import type { Tool } from './tool.ts';

export const tail: Tool = {
  name: 'tail',
  run(process, args) {
    const old = /^([-+])(\d+)$/.exec(args[0] ?? '');
    const words = old ? ['-n', `${old[1] === '+' ? '+' : ''}${old[2]}`, ...args.slice(1)] : args;
    const options = readOptions(process, words, 'n: lines=n: c: bytes=c: q quiet=q silent=q v verbose=v f follow=f F s: pid=p:');
    if (typeof options === 'number') return options;
    const bytes = options.values.get('c');
    const text = bytes ?? options.values.get('n') ?? '10';
    const count = readCount(text);
    if (!count) return process.fail(process.userland === 'gnu' ? `invalid number of ${bytes === undefined ? 'lines' : 'bytes'}: '${text}'` : `invalid number '${text}'`);
    const paths = options.operands.length > 0 ? options.operands : ['-'];
    const headers = (paths.length > 1 && !options.has('q')) || options.has('v');
    let status = 0;
    let first = true;
    for (const path of paths) {
      try {
        const all = path === '-' ? process.readInput() : process.readFile(path);
        if (headers) process.out(`${first ? '' : '\n'}==> ${path === '-' ? 'standard input' : path} <==\n`);
        first = false;
        const units: readonly string[] | string = bytes === undefined ? (all.match(/[^\n]*\n|[^\n]+$/g) ?? []) : all;
        const from = count.sign === '+' ? Math.max(0, count.n - 1) : Math.max(0, units.length - count.n);
        const rest = units.slice(from);
        process.out(typeof rest === 'string' ? rest : rest.join(''));
      } catch (fault) {
        status = reportFault(process, fault, `cannot open '${path}' for reading`, `can't open '${path}'`);
        if (process.userland === 'busybox' && paths.length === 1) process.fail('no files');
      }
    }
    return status;
  },
};
