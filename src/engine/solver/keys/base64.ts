import { encodeUtf8 } from '../../source/utf8.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes, or a text's UTF-8, in base64 with padding. */
export function encodeBase64(data: Uint8Array | string): string {
  const bytes = typeof data === 'string' ? encodeUtf8(data) : data;
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += alphabet[word >> 18]! + alphabet[(word >> 12) & 63]!;
    text += b === undefined ? '==' : alphabet[(word >> 6) & 63]! + (c === undefined ? '=' : alphabet[word & 63]!);
  }
  return text;
}
