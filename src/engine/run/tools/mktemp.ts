import { readOptions } from './options.ts';
import { quoted, reportFault } from './report.ts';
import type { Tool } from './tool.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export const mktemp: Tool = {
  name: 'mktemp',
  run(process, args) {
    const options = readOptions(process, args, 'd directory=d q quiet=q u dry-run=u t p: tmpdir=P suffix=S:');
    if (typeof options === 'number') return options;
    const [given] = options.operands;
    const template = given ?? 'tmp.XXXXXXXXXX';
    if (!/X{3,}/.test(template)) return process.fail(process.userland === 'gnu' ? `too few X's in template ${quoted(process, template)}` : ': Invalid argument');
    const inTemporary = given === undefined || options.has('t') || options.has('p') || options.has('P');
    const dir = options.values.get('p') || options.values.get('P') || process.env.get('TMPDIR') || '/tmp';
    const name = template.replace(/X+(?=[^X]*$)/, (run) => Array.from(run, () => LETTERS[process.machine.randomByte() % LETTERS.length]).join('')) + (options.values.get('S') ?? '');
    const path = inTemporary ? `${dir}/${name}` : name;
    try {
      if (!options.has('u')) {
        if (options.has('d')) process.files.mkdir(process, path, 0o700);
        else process.files.create(process, path, { exclusive: true, mode: 0o600 });
      }
      process.out(`${path}\n`);
      return 0;
    } catch (fault) {
      return reportFault(process, fault, `failed to create ${options.has('d') ? 'directory' : 'file'} via template ${quoted(process, inTemporary ? `${dir}/${template}` : template)}`, path);
    }
  },
};
