/** Compression for archives that leave the page. */
import { gzipSync } from 'fflate';

/** The operating system "unknown", as Go writes it in a header of gzip; without name and time it holds nothing else that varies. */
const unknownSystem = 255;

/** Bytes as a gzip file, the same for the same bytes. The stream differs from that of Go's compressor, what comes out of it does not. */
export function pack(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 6, mtime: 0 });
  packed[9] = unknownSystem;
  return packed;
}
