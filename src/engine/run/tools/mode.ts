/** Octal and symbolic modes (POSIX chmod). */

/** The mode after a change; undefined where the text is no mode. */
export function changeMode(text: string, mode: number, isDir: boolean, umask: number): number | undefined {
  if (/^[0-7]{1,5}$/.test(text)) return isDir && text.length < 5 ? (mode & 0o6000) | (parseInt(text, 8) & 0o7777) : parseInt(text, 8) & 0o7777;
  let result = mode;
  for (const clause of text.split(',')) {
    const match = /^([ugoa]*)((?:[-+=](?:[rwxXst]*|[ugo]))+)$/.exec(clause);
    if (!match) return undefined;
    const who = match[1]!;
    const everyone = who === '' || who.includes('a');
    const masked = who === '' ? umask : 0;
    for (const [, operator, letters] of match[2]!.matchAll(/([-+=])([ugo]|[rwxXst]*)/g)) {
      result = applyClause(result, operator!, letters!, { u: everyone || who.includes('u'), g: everyone || who.includes('g'), o: everyone || who.includes('o') }, masked, isDir);
    }
  }
  return result;
}

function applyClause(mode: number, operator: string, letters: string, who: { u: boolean; g: boolean; o: boolean }, masked: number, isDir: boolean): number {
  let bits = 0;
  if (/^[ugo]$/.test(letters)) bits = (mode >> { u: 6, g: 3, o: 0 }[letters as 'u']) & 7;
  else {
    if (letters.includes('r')) bits |= 4;
    if (letters.includes('w')) bits |= 2;
    if (letters.includes('x') || (letters.includes('X') && (isDir || (mode & 0o111) !== 0))) bits |= 1;
  }
  let value = 0;
  let cleared = 0;
  for (const [chosen, shift, special] of [[who.u, 6, 0o4000], [who.g, 3, 0o2000], [who.o, 0, 0]] as const) {
    if (!chosen) continue;
    value |= bits << shift;
    cleared |= 7 << shift;
    if (letters.includes('s')) value |= special;
    if (operator === '=' && !isDir) cleared |= special;
  }
  value &= ~masked;
  if (letters.includes('t') && who.o) value |= 0o1000;
  if (operator === '+') return mode | value;
  if (operator === '-') return mode & ~value;
  return (mode & ~cleared) | value;
}

/** `drwxr-xr-x` */
export function modeText(type: string, mode: number): string {
  const kind = { file: '-', dir: 'd', symlink: 'l', char: 'c', block: 'b', fifo: 'p', socket: 's' }[type] ?? '?';
  const triple = (shift: number, special: number, on: string, off: string) => {
    const bits = mode >> shift;
    const x = mode & special ? (bits & 1 ? on : off) : bits & 1 ? 'x' : '-';
    return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${x}`;
  };
  return kind + triple(6, 0o4000, 's', 'S') + triple(3, 0o2000, 's', 'S') + triple(0, 0o1000, 't', 'T');
}
