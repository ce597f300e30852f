/** Bytes of a file as an import carries them. */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Characters that one call of `fromCharCode` takes without trouble; divisible by 3, so that the pieces join. */
const PIECE = 0x6000;

/** UTF-8 as text, anything else as base64: either gives the same bytes back. */
export function carried(bytes: Uint8Array): { readonly text: string } | { readonly base64: string } {
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return { base64: toBase64(bytes) };
  }
}

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  return parts.join('');
}

/** Whether a file begins as a script or as a Linux program: what stands in for a mode that the source does not tell. */
export function beginsAsProgram(bytes: Uint8Array): boolean {
  const begins = (...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
  return begins(0x23, 0x21) || begins(0x7f, 0x45, 0x4c, 0x46);
}
