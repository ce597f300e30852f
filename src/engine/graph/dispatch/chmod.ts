/** Values of --chmod: octal numbers, and symbols as chmod(1) reads them (`dchapes-mode`). */

export interface ChmodMode {
  /** -1 keeps the source's mode. */
  readonly mode: number;
  readonly modeStr?: string;
}

/** `755`, `u+x,go-w` or nothing → the fields of a copy, or BuildKit's words. */
export function parseChmod(text: string): { readonly mode: ChmodMode } | { readonly error: string } {
  if (text === '') return { mode: { mode: -1 } };
  const notOctal = { error: `invalid chmod parameter: '${text}'. it should be octal string and between 0 and 07777` };
  if (/^[0-7]+$/.test(text)) {
    const value = parseInt(text, 8);
    if (value <= 0xffffffff) return value > 0o7777 ? notOctal : { mode: { mode: value } };
  }
  if (/^[0-9]/.test(text)) return notOctal;
  return isSymbolicMode(text) ? { mode: { mode: 0, modeStr: text } } : { error: 'invalid syntax' };
}

/** Clauses with commas between: who, then operators with what they set; an operator may stand without anything. */
function isSymbolicMode(text: string): boolean {
  return text.split(',').every((clause) => /^[augo]*(?:[+=-][rstwXxugo]*)+$/.test(clause));
}
