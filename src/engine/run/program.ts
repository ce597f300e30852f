/** What a program file does when it is started: a tool by its name, a script by its `#!`, or nothing that is simulated. */
import { toText } from './system/byte-string.ts';
import { SystemFault } from './system/errno.ts';
import type { FileInode } from './system/inode.ts';
import type { Process } from './system/process.ts';
import { declaredModel } from './declared.ts';
import { runShell, shellDialect } from './shell/main.ts';
import { toolNamed } from './tools/lookup.ts';

/** Virtual milliseconds that starting a program takes. */
const START = 1;
const MAX_INTERPRETERS = 5;

/** Runs the program at `path` (default: `argv[0]`) in a process of its own and gives its exit code. */
export function launch(process: Process, argv: readonly string[], path = argv[0]!, depth = 0): number {
  const { limits } = process;
  limits.step(40);
  process.machine.advance(START);
  process.command = argv.join(' ');
  process.name = argv[0]!.split('/').at(-1)!;
  const declared = declaredModel(process, argv);
  if (declared !== undefined) return declared;
  const { path: final, inode } = process.locate(path);
  if (inode?.type !== 'file') throw SystemFault.of('EACCES');
  const base = final.split('/').at(-1)!;
  const { start } = inode;
  const script = scriptOf(start);
  if (script && depth < MAX_INTERPRETERS) {
    const [interpreter, argument] = script;
    const args = [interpreter, ...(argument === undefined ? [] : [argument]), path, ...argv.slice(1)];
    return launch(process, args, interpreter, depth + 1);
  }
  process.userland = base === 'busybox' || base.startsWith('busybox.') ? 'busybox' : 'gnu';
  let words = argv;
  if (process.name === 'busybox' && words.length > 1) {
    words = words.slice(1);
    process.name = words[0]!;
  }
  const dialect = shellDialect(process.name, base);
  if (dialect) return runShell(process, words, dialect);
  if (isText(inode, start)) return runShell(process, ['sh', path, ...argv.slice(1)], 'dash');
  const tool = process.machine.tools.get(process.name) ?? toolNamed(process.name) ?? toolNamed(base);
  if (!tool) {
    process.machine.unsimulated(toText(argv.join(' ')), 'This program is not simulated: taken to succeed and to change nothing.');
    return 0;
  }
  try {
    return tool.run(process, words.slice(1)) & 255;
  } catch (fault) {
    if (fault instanceof SystemFault) return process.fail(fault.message);
    throw fault;
  }
}

/** Interpreter and argument of a `#!` line. */
function scriptOf(start: string): [string, string?] | undefined {
  const match = /^#![ \t]*(\S+)[ \t]*([^\n]*)/.exec(start);
  if (!match) return undefined;
  const argument = match[2]!.trim();
  return argument === '' ? [match[1]!] : [match[1]!, argument];
}

/** A file without `#!` that a shell would run as a script: text in its first line. */
function isText(inode: FileInode, start: string): boolean {
  return inode.isReal && !start.startsWith('\x7fELF') && !start.split('\n')[0]!.includes('\0');
}
