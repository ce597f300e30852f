/** Text, deflated and put into letters for a link, and back within bounds. */
import { deflateSync, Inflate } from 'fflate';
import { fromBase64url, toBase64url } from './base64url.ts';

/** Bounds on what a link may hold: letters as it stands, bytes once inflated. */
export const bounds = { letters: 400_000, bytes: 8_000_000 } as const;

export type Unpacked =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'too-long' }
  /** `begun`: the text up to where it ends, of letters that are right but too few. */
  | { readonly ok: false; readonly reason: 'broken'; readonly begun?: string };

/** Deterministic: the same text gives the same letters. */
export function pack(text: string): string {
  return toBase64url(deflateSync(new TextEncoder().encode(text), { level: 9 }));
}

/** Never inflates more than the bounds allow, however small the letters are. */
export function unpack(letters: string): Unpacked {
  if (letters.length > bounds.letters) return { ok: false, reason: 'too-long' };
  const packed = fromBase64url(letters.length % 4 === 1 ? letters.slice(0, -1) : letters);
  if (!packed || packed.length === 0) return { ok: false, reason: 'broken' };
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const inflate = new Inflate((part) => {
    parts.push(part);
    bytes += part.length;
  });
  // In small pieces, so that the bound is looked at between them; what is there of the text is given out before it is known to end.
  try {
    for (let at = 0; at < packed.length && bytes <= bounds.bytes; at += pieceBytes) inflate.push(packed.subarray(at, at + pieceBytes), false);
  } catch {
    return { ok: false, reason: 'broken' };
  }
  if (bytes > bounds.bytes) return { ok: false, reason: 'too-long' };
  const whole = joined(parts, bytes);
  try {
    inflate.push(new Uint8Array(0), true);
  } catch {
    return { ok: false, reason: 'broken', begun: new TextDecoder('utf-8').decode(whole, { stream: true }) };
  }
  if (letters.length % 4 === 1) return { ok: false, reason: 'broken' };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(whole) };
  } catch {
    return { ok: false, reason: 'broken' };
  }
}

/** Deflate grows a thousandfold at most: a piece never becomes more than some megabytes. */
const pieceBytes = 4_096;

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
