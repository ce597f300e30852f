/** A short number for a name, the same for good: FNV-1a over UTF-16 code units, folded to `bits` (at most 31). */
export function fingerprint(name: string, bits: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return ((hash >>> 0) ^ ((hash >>> 0) >>> bits)) & (2 ** bits - 1);
}
