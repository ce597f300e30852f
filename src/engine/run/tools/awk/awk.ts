import { attempt, strerror } from '../../system/errno.ts';
import { unescape } from '../echo.ts';
import type { Tool } from '../tool.ts';
import { AwkFault } from './lexer.ts';
import { parseAwk } from './parser.ts';
import { Runner } from './runner.ts';

/** awk as POSIX has it, without pipes and `system`. */
export const awk: Tool = {
  name: 'awk',
  aliases: ['gawk', 'mawk'],
  run(process, args) {
    const settings: [string, string][] = [];
    let source: string | undefined;
    let i = 0;
    for (; i < args.length && /^-./.test(args[i]!); i++) {
      const arg = args[i]!;
      if (arg === '--') {
        i++;
        break;
      }
      const value = arg.slice(2) || args[++i] || '';
      if (arg[1] === 'F') settings.push(['FS', value === 't' ? '\t' : unescape(value, true, false).text]);
      else if (arg[1] === 'v') settings.push([value.split('=')[0]!, unescape(value.split('=').slice(1).join('='), true, false).text]);
      else if (arg[1] === 'f') source = `${source === undefined ? '' : `${source}\n`}${process.readFile(value, true)}`;
      else return process.fail(`not an option: ${arg}`, 2);
    }
    source ??= args[i++];
    if (source === undefined) return process.fail('usage: awk [-F fs][-v var=value][prog | -f progfile][file ...]', 2);
    const operands = args.slice(i);
    let status = 0;
    try {
      const runner = new Runner(process, parseAwk(source));
      runner.setArguments(['awk', ...operands]);
      for (const [name, value] of settings) runner.set(name, value);
      const files = operands.filter((one) => !/^[A-Za-z_]\w*=/.test(one));
      const code = runner.run(function* () {
        if (files.length === 0) yield { name: '', text: process.readInput() };
        for (const path of operands) {
          const assignment = /^([A-Za-z_]\w*)=(.*)$/s.exec(path);
          if (assignment) {
            runner.set(assignment[1]!, assignment[2]!);
            continue;
          }
          const { value, errno } = attempt(() => process.readFile(path, true));
          if (value === undefined) {
            status = process.fail(process.userland === 'gnu' ? `cannot open ${path} (${strerror(errno!)})` : `${path}: ${strerror(errno!)}`, process.userland === 'gnu' ? 2 : 1);
            continue;
          }
          yield { name: path, text: value };
        }
      });
      return code || status;
    } catch (fault) {
      if (fault instanceof AwkFault) return process.fail(process.userland === 'gnu' ? `line 1: ${fault.message}` : `cmd. line:1: ${fault.message}`, process.userland === 'gnu' ? 2 : 1);
      throw fault;
    }
  },
};
