/** Names in zips: UTF-8 where they are flagged so or can be it, else the code page of the first PCs. */

/** Code page 437 from 0x80 on, what APPNOTE.TXT D.1 gives a name that is not flagged. */
const CP437 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The path of an entry, with slashes. `host` is the system it was made on: 0 is DOS and Windows. */
export function decodeName(bytes: Uint8Array, utf8: boolean, host: number): string {
  const name = utf8 ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : guessed(bytes);
  return host === 0 && !name.includes('/') ? name.replaceAll('\\', '/') : name;
}

function guessed(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80])).join('');
  }
}
