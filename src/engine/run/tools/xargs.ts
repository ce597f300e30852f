import { searchPath } from '../shell/search.ts';
import { NOTHING } from '../system/stream.ts';
import { splitLines } from './lines.ts';
import { readOptions } from './options.ts';
import type { Tool } from './tool.ts';

export const xargs: Tool = {
  name: 'xargs',
  run(process, args) {
    const options = readOptions(process, args, '0 null=0 d: delimiter=d: n: max-args=n: I: i r no-run-if-empty=r P: max-procs=P: t verbose=t L: max-lines=L: a: E: s: x p', true);
    if (typeof options === 'number') return options;
    const command = options.operands.length > 0 ? options.operands : ['echo'];
    const input = options.values.has('a') ? process.readFile(options.values.get('a')!) : process.readInput();
    const marker = options.values.get('I') ?? (options.has('i') ? '{}' : undefined);
    const words = options.has('0') ? splitLines(input, '\0') : options.values.has('d') ? splitLines(input.replace(/\n$/, ''), options.values.get('d')!.replace('\\n', '\n')) : marker !== undefined ? splitLines(input).map((line) => line.trimStart()).filter((line) => line !== '') : readWords(input);
    let status = 0;
    const start = (argv: readonly string[]) => {
      process.limits.step();
      if (options.has('t')) process.err(`${argv.join(' ')}\n`);
      const found = searchPath(process, argv[0]!);
      if (!('path' in found)) {
        process.fail(`${argv[0]}: ${found.reason === 'missing' ? 'No such file or directory' : 'Permission denied'}`);
        status = found.status;
        return false;
      }
      const child = process.fork();
      child.fds.set(0, NOTHING);
      const code = process.limits.nested(() => process.launch(child, argv, found.path));
      if (code === 255) {
        process.fail(`${argv[0]}: exited with status 255; aborting`);
        status = 124;
        return false;
      }
      if (code !== 0) status = 123;
      return true;
    };
    if (marker !== undefined) {
      for (const word of words) if (!start(command.map((part) => part.replaceAll(marker, word)))) break;
      return status;
    }
    const size = Math.max(1, Number(options.values.get('n') ?? options.values.get('L') ?? 5000) || 1);
    if (words.length === 0 && !options.has('r')) start(command);
    for (let i = 0; i < words.length; i += size) if (!start([...command, ...words.slice(i, i + size)])) break;
    return status;
  },
};

/** Words as xargs reads them: white space, quotes and backslashes. */
function readWords(input: string): string[] {
  const words: string[] = [];
  for (const match of input.matchAll(/(?:'[^'\n]*'|"[^"\n]*"|\\.|[^\s'"\\])+/gs)) {
    words.push(match[0].replace(/'([^']*)'|"([^"]*)"|\\(.)/gs, (_, a?: string, b?: string, c?: string) => a ?? b ?? c ?? ''));
  }
  return words;
}
