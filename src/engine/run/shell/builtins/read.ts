import { Fatal } from '../control.ts';
import type { Stream } from '../../system/stream.ts';
import { appletComplaint, complaint } from '../message.ts';
import type { Builtin } from './builtin.ts';

/** `read [-r] [-p prompt] [-n count] [-d delimiter] name…`: fields of a line by IFS, the last name takes the rest. */
export const read: Builtin = (shell, args) => {
  const { state } = shell;
  let raw = false;
  let count = Infinity;
  let delimiter = '\n';
  let fd = 0;
  let i = 0;
  for (; i < args.length && /^-./.test(args[i]!); i++) {
    const arg = args[i]!;
    if (arg === '--') {
      i++;
      break;
    }
    for (let j = 1; j < arg.length; j++) {
      const letter = arg[j]!;
      if (letter === 'r') raw = true;
      else if (letter !== 's') {
        const value = arg.slice(j + 1) || args[++i] || '';
        if (letter === 'n') count = Number(value);
        else if (letter === 'd') delimiter = value[0] ?? '\0';
        else if (letter === 'u') fd = Number(value);
        else if (letter !== 'p' && letter !== 't') throw new Fatal(state.dialect === 'dash' ? `Illegal option -${letter}` : `illegal option -${letter}`, 2, 'read');
        break;
      }
    }
  }
  const names = args.slice(i);
  if (names.length === 0 && state.dialect === 'dash') {
    complaint(state, 'arg count', 'read');
    return 2;
  }
  const bad = names.find((name) => !/^[A-Za-z_]\w*$/.test(name));
  if (bad !== undefined && state.dialect === 'ash') {
    appletComplaint(state, `read: '${bad}': bad variable name`, 'read');
    return 1;
  }
  if (bad !== undefined) throw new Fatal(`${bad}: bad variable name`, 2, 'read');
  const stream = state.process.fds.get(fd);
  if (!stream) {
    if (state.dialect === 'bash') complaint(state, `${fd}: Bad file descriptor`, 'read');
    return 1;
  }
  const { line, ended } = readCharacters(stream, raw, delimiter, count);
  assignFields(shell, names.length > 0 ? names : ['REPLY'], line, names.length === 0);
  return ended ? 0 : 1;
};

interface Character {
  readonly c: string;
  readonly escaped: boolean;
}

function readCharacters(stream: Stream, raw: boolean, delimiter: string, count: number): { line: Character[]; ended: boolean } {
  const line: Character[] = [];
  for (;;) {
    if (line.length >= count) return { line, ended: true };
    const chunk = stream.read(512);
    if (chunk === '') return { line, ended: false };
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk[i]!;
      if (c === delimiter || line.length >= count) {
        stream.unread(chunk.slice(c === delimiter ? i + 1 : i));
        return { line, ended: true };
      }
      if (c === '\0') continue;
      if (c !== '\\' || raw) {
        line.push({ c, escaped: false });
        continue;
      }
      let next = chunk[i + 1];
      if (next === undefined) {
        next = stream.read(1);
        if (next !== '' && next !== '\n') line.push({ c: next, escaped: true });
        break;
      }
      i++;
      if (next !== '\n') line.push({ c: next, escaped: true });
    }
  }
}

function assignFields(shell: Parameters<Builtin>[0], names: readonly string[], line: readonly Character[], whole: boolean): void {
  const ifs = shell.state.get('IFS') ?? ' \t\n';
  const separates = (one: Character | undefined) => one !== undefined && !one.escaped && ifs.includes(one.c);
  const isSpace = (one: Character | undefined) => separates(one) && /[ \t\n]/.test(one!.c);
  const text = (from: number, to: number) => line.slice(from, to).map((one) => one.c).join('');
  if (whole) {
    shell.assign(names[0]!, text(0, line.length));
    return;
  }
  let at = 0;
  while (isSpace(line[at])) at++;
  names.forEach((name, i) => {
    if (i < names.length - 1) {
      const from = at;
      while (at < line.length && !separates(line[at])) at++;
      shell.assign(name, text(from, at));
      while (isSpace(line[at])) at++;
      if (separates(line[at]) && !isSpace(line[at])) {
        at++;
        while (isSpace(line[at])) at++;
      }
      return;
    }
    let end = line.length;
    while (end > at && isSpace(line[end - 1])) end--;
    // A single separator that ends the last field belongs to no field.
    const only = line.slice(at, end).findIndex((one) => separates(one));
    if (only >= 0 && at + only === end - 1 && !isSpace(line[end - 1])) end--;
    while (end > at && isSpace(line[end - 1])) end--;
    shell.assign(name, text(at, end));
    at = line.length;
  });
}
