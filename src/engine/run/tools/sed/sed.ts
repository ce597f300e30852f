import { attempt, strerror } from '../../system/errno.ts';
import { wrongUse } from '../options.ts';
import type { Tool } from '../tool.ts';
import { Editor } from './editor.ts';
import { parseScript, ScriptFault } from './script.ts';
import type { Command } from './script.ts';

export const sed: Tool = {
  name: 'sed',
  run(process, args) {
    const scripts: string[] = [];
    const operands: string[] = [];
    let silent = false;
    let extended = false;
    let inPlace: string | undefined;
    let separate = false;
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      if (arg === '--') {
        operands.push(...args.slice(i + 1));
        break;
      }
      if (arg === '-' || arg[0] !== '-') operands.push(arg);
      else if (arg === '--quiet' || arg === '--silent') silent = true;
      else if (arg === '--regexp-extended') extended = true;
      else if (/^--in-place/.test(arg)) inPlace = arg.split('=')[1] ?? '';
      else if (/^--expression=/.test(arg)) scripts.push(arg.slice(13));
      else if (/^--file=/.test(arg)) scripts.push(process.readFile(arg.slice(7), true).replace(/\n$/, ''));
      else if (arg.startsWith('--')) continue;
      else {
        for (let j = 1; j < arg.length; j++) {
          const letter = arg[j]!;
          if (letter === 'n') silent = true;
          else if (letter === 'E' || letter === 'r') extended = true;
          else if (letter === 's') separate = true;
          else if (letter === 'i') {
            inPlace = arg.slice(j + 1);
            break;
          } else if (letter === 'e' || letter === 'f') {
            const value = arg.slice(j + 1) || args[++i];
            if (value === undefined) return wrongUse(process, `option requires an argument -- '${letter}'`);
            scripts.push(letter === 'e' ? value : process.readFile(value, true).replace(/\n$/, ''));
            break;
          } else if (letter !== 'u' && letter !== 'z') return wrongUse(process, `invalid option -- '${letter}'`);
        }
      }
    }
    const script = scripts.length > 0 ? scripts.join('\n') : operands.shift();
    if (script === undefined) {
      process.err(process.userland === 'gnu' ? 'Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n' : 'BusyBox v1.38.0 (Debian 1:1.38.0-3+b1) multi-call binary.\n');
      return 1;
    }
    let commands: readonly Command[];
    try {
      commands = parseScript(script, extended, process.userland === 'gnu');
      silent ||= script.startsWith('#n\n');
    } catch (fault) {
      if (!(fault instanceof ScriptFault)) throw fault;
      const message = fault.message.replace(/^char \d+: /, '');
      return process.fail(process.userland === 'gnu' ? `-e expression #1, ${fault.message}` : message.startsWith('unknown command') ? 'unsupported command ' + (/`(.)'/.exec(message)?.[1] ?? '') : message.startsWith('unterminated') ? 'unmatched \'/\'' : message);
    }
    return edit(process, commands, operands, { silent, inPlace, separate });
  },
};

function edit(process: Parameters<Tool['run']>[0], commands: readonly Command[], operands: readonly string[], options: { silent: boolean; inPlace: string | undefined; separate: boolean }): number {
  let status = 0;
  const texts: string[] = [];
  for (const path of operands.length > 0 ? operands : ['-']) {
    const { value, errno } = attempt(() => process.readFile(path, true));
    if (value === undefined) {
      const gnu = errno === 'EISDIR' ? (options.inPlace === undefined ? `read error on ${path}: Is a directory` : `couldn't edit ${path}: not a regular file`) : `can't read ${path}: ${strerror(errno!)}`;
      process.fail(process.userland === 'gnu' ? gnu : `${path}: ${strerror(errno!)}`);
      status = errno === 'EISDIR' && options.inPlace !== undefined ? 4 : process.userland === 'gnu' ? 2 : 1;
      continue;
    }
    if (options.inPlace === undefined && !options.separate) {
      texts.push(value);
      continue;
    }
    const parts: string[] = [];
    const editor = new Editor(process, commands, options.silent, (text) => (options.inPlace === undefined ? process.out(text) : parts.push(text)));
    editor.run(value);
    if (options.inPlace !== undefined) replaceFile(process, path, parts.join(''), options.inPlace);
    if (editor.quitStatus !== undefined) return editor.quitStatus;
  }
  if (options.inPlace !== undefined || options.separate) return status;
  const editor = new Editor(process, commands, options.silent, (text) => process.out(text));
  editor.run(texts.map((text, i) => (i < texts.length - 1 && text !== '' && !text.endsWith('\n') ? `${text}\n` : text)).join(''));
  return editor.quitStatus ?? status;
}

/** `-i`: a new file with the old one's mode and owner takes its name. */
function replaceFile(process: Parameters<Tool['run']>[0], path: string, text: string, suffix: string): void {
  const old = process.find(path);
  if (suffix !== '') process.files.rename(process, path, suffix.includes('*') ? suffix.replaceAll('*', path) : path + suffix);
  else process.files.unlink(process, path);
  process.writeFile(path, text);
  const made = process.find(path);
  made.mode = old.mode;
  if (process.uid === 0) [made.uid, made.gid] = [old.uid, old.gid];
}
