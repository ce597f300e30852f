/**
 * UTF-8 without the platform: the engine compiles against plain ECMAScript, which has no TextEncoder.
 * Lone surrogates become U+FFFD, and so does every byte that is not part of valid UTF-8, as in Go and in browsers.
 */

/** Text → its UTF-8 bytes. */
export function encodeUtf8(text: string): Uint8Array {
  let bytes = new Uint8Array(text.length + (text.length >> 1) + 16);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    let c = text.charCodeAt(i);
    if (n + 4 > bytes.length) {
      const grown = new Uint8Array(bytes.length * 2);
      grown.set(bytes);
      bytes = grown;
    }
    if (c < 0x80) {
      bytes[n++] = c;
      continue;
    }
    if (c < 0x800) {
      bytes[n++] = 0xc0 | (c >> 6);
      bytes[n++] = 0x80 | (c & 63);
      continue;
    }
    if (c >= 0xd800 && c < 0xe000) {
      const next = text.charCodeAt(i + 1);
      if (c < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
        c = 0x10000 + ((c - 0xd800) << 10) + (next - 0xdc00);
        i++;
        bytes[n++] = 0xf0 | (c >> 18);
        bytes[n++] = 0x80 | ((c >> 12) & 63);
        bytes[n++] = 0x80 | ((c >> 6) & 63);
        bytes[n++] = 0x80 | (c & 63);
        continue;
      }
      c = 0xfffd;
    }
    bytes[n++] = 0xe0 | (c >> 12);
    bytes[n++] = 0x80 | ((c >> 6) & 63);
    bytes[n++] = 0x80 | (c & 63);
  }
  return bytes.slice(0, n);
}

/** Bytes → text; a byte-order mark is kept as U+FEFF. */
export function decodeUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let run: number[] = [];
  const flush = () => {
    if (run.length > 0) parts.push(String.fromCharCode(...run));
    run = [];
  };
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i]!;
    let need = 0;
    let least = 0;
    let c = b;
    if (b >= 0xc2 && b < 0xe0) [need, least, c] = [1, 0x80, b & 31];
    else if (b >= 0xe0 && b < 0xf0) [need, least, c] = [2, 0x800, b & 15];
    else if (b >= 0xf0 && b < 0xf5) [need, least, c] = [3, 0x10000, b & 7];
    else if (b >= 0x80) c = 0xfffd;
    let taken = 1;
    for (; taken <= need; taken++) {
      const next = bytes[i + taken];
      if (next === undefined || (next & 0xc0) !== 0x80) break;
      c = (c << 6) | (next & 63);
    }
    if (need > 0 && (taken <= need || c < least || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))) {
      c = 0xfffd;
      taken = 1;
    }
    i += taken;
    if (c >= 0x10000) run.push(0xd800 + ((c - 0x10000) >> 10), 0xdc00 + (c & 0x3ff));
    else run.push(c);
    if (run.length > 4000) flush();
  }
  flush();
  return parts.join('');
}

/** The number of UTF-8 bytes of a text. */
export function utf8Length(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) n += 1;
    else if (c < 0x800) n += 2;
    else if (c >= 0xd800 && c < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      n += 4;
      i++;
    } else n += 3;
  }
  return n;
}
