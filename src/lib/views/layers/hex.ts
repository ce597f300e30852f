/** Bytes as hex dumps have them: sixteen a line with their place and what is printable. */
export interface HexLine {
  readonly offset: string;
  readonly bytes: string;
  readonly text: string;
}

/** The first `most` bytes in lines of sixteen. */
export function hexLines(bytes: Uint8Array, most = 4096): readonly HexLine[] {
  const shown = bytes.subarray(0, most);
  return Array.from({ length: Math.ceil(shown.length / 16) }, (_, row) => {
    const own = [...shown.subarray(row * 16, row * 16 + 16)];
    return {
      offset: (row * 16).toString(16).padStart(6, '0'),
      bytes: own.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
      text: own.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
    };
  });
}
