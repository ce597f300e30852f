/** Texts as a shell script can read them: one field of a table each, in plain ASCII, and never anything that a shell would run. */

/** As `printf %b` writes it again: every byte but letters, digits and a few signs as `\0` and three octal digits. */
export function encoded(text: string): string {
  let out = '';
  for (const byte of new TextEncoder().encode(text)) {
    const letter = String.fromCharCode(byte);
    out += /[A-Za-z0-9._/@+=:,-]/.test(letter) ? letter : `\\0${byte.toString(8).padStart(3, '0')}`;
  }
  return out;
}

const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Whether a path can stand in an archive as it is, for every system that may unpack it. */
export const isPlain = (path: string): boolean => path.length <= 180 && path.split('/').every((name) => /^[A-Za-z0-9_.+@][A-Za-z0-9_.+@-]*$/.test(name) && !/\.$/.test(name) && !devices.test(name));
