/** Symbolic file modes of `--chmod` (`u+x,go-w`, `a=rX`), as BuildKit reads them (`dchapes-mode`, umask 0). */

const STANDARD = 0o6777;
const STICKY = 0o1000;
const EXECUTE = 0o111;

type Step = (mode: number, original: number, isDir: boolean) => number;

/** A new mode from a node's own mode (12 bits), and whether it is a directory. */
export type ModeChange = (mode: number, isDir: boolean) => number;

const SHIFTS: Readonly<Record<string, number>> = { u: 6, g: 3, o: 0 };
const READ = 0o444;
const WRITE = 0o222;

function permission(op: string, who: number, bits: number): Step {
  const set = bits & (who === 0 ? 0o7777 : who);
  if (op === '+') return (mode) => mode | set;
  if (op === '-') return (mode) => mode & ~set;
  const cleared = who === 0 ? STANDARD : who;
  return (mode) => (mode & ~cleared) | set;
}

/** `g=u`, `o+g`: bits of one class given to others. */
function copyClass(op: string, who: number, from: string): Step {
  const spread = (bits: number) => {
    let value = 0;
    if (who === 0 || who & 0o400) value |= bits << 6;
    if (who === 0 || who & 0o040) value |= bits << 3;
    if (who === 0 || who & 0o004) value |= bits;
    return value;
  };
  return (mode) => {
    const bits = (mode >> SHIFTS[from]!) & 7;
    if (op === '+') return mode | spread(bits);
    if (op === '-') return mode & ~spread(bits);
    return (mode & ~spread(7)) | spread(bits);
  };
}

/** Compiles a mode text; undefined where BuildKit says `invalid syntax`. Octal texts are modes for all. */
export function parseMode(text: string): ModeChange | undefined {
  if (/^\d/.test(text)) {
    const value = /^[0-7]+$/.test(text) ? parseInt(text, 8) : Infinity;
    return value > 0o7777 ? undefined : () => value;
  }
  const steps: Step[] = [];
  let at = 0;
  for (;;) {
    let who = 0;
    for (; 'augo'.includes(text[at] ?? ' '); at++) who |= { a: STANDARD, u: 0o4700, g: 0o2070, o: 0o007 }[text[at]!]!;
    do {
      const op = text[at++] ?? '';
      if (op === '' || !'+-='.includes(op)) return undefined;
      at = readPermissions(text, at, op, who & ~STICKY, steps);
    } while (at < text.length && text[at] !== ',');
    if (at >= text.length) break;
    at++;
  }
  return (mode, isDir) => steps.reduce((now, step) => step(now, mode, isDir), mode);
}

function readPermissions(text: string, start: number, op: string, given: number, steps: Step[]): number {
  let at = start;
  let who = given;
  let bits = 0;
  let bitsX = 0;
  let cleared = op !== '=';
  const flush = (last: boolean) => {
    if (bits !== 0 || (last && !cleared)) {
      steps.push(permission(op, who, bits));
      cleared = true;
    }
    if (bitsX !== 0) {
      const set = bitsX & (who === 0 ? 0o7777 : who);
      steps.push((mode, original, isDir) => ((original & EXECUTE) !== 0 || isDir ? mode | set : mode));
    }
    bits = bitsX = 0;
  };
  const onlyOthers = who !== 0 && (who & ~0o007) === 0;
  for (; ; at++) {
    const c = text[at] ?? '';
    if (c === 'r') bits |= READ;
    else if (c === 'w') bits |= WRITE;
    else if (c === 'x' || (c === 'X' && op === '-')) bits |= EXECUTE;
    else if (c === 'X') bitsX = EXECUTE;
    else if (c === 's') bits |= onlyOthers ? 0 : 0o6000;
    else if (c === 't') {
      if (!onlyOthers) {
        if (who !== 0) who |= STICKY;
        bits |= STICKY;
      }
    } else if (c !== '' && 'ugo'.includes(c)) {
      flush(false);
      cleared = true;
      steps.push(copyClass(op, who, c));
    } else {
      flush(true);
      return at;
    }
  }
}
