/** bzip2, undone: Huffman codes, move-to-front, and the Burrows–Wheeler transform, block by block. Throws on broken data. */

const MAX_CODE = 20;
const GROUP = 50;

class Bits {
  private readonly bytes: Uint8Array;
  private at = 0;
  private held = 0;
  private count = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get more(): boolean {
    return this.at < this.bytes.length;
  }

  read(n: number): number {
    let value = 0;
    for (let left = n; left > 0; ) {
      if (this.count === 0) {
        if (this.at >= this.bytes.length) throw new Error('bzip2: unexpected end');
        this.held = this.bytes[this.at++]!;
        this.count = 8;
      }
      const taken = Math.min(left, this.count);
      value = value * 2 ** taken + ((this.held >> (this.count - taken)) & ((1 << taken) - 1));
      this.count -= taken;
      left -= taken;
    }
    return value;
  }

  /** Drops what is left of a byte: streams begin on whole bytes. */
  align(): void {
    this.count = 0;
  }
}

/** Canonical code: for each length, the greatest code and where its symbols begin. */
interface Code {
  readonly limits: Int32Array;
  readonly bases: Int32Array;
  readonly symbols: Uint16Array;
}

function codeOf(lengths: readonly number[]): Code {
  const limits = new Int32Array(MAX_CODE + 2).fill(-1);
  const bases = new Int32Array(MAX_CODE + 2);
  const symbols = new Uint16Array(lengths.length);
  let code = 0;
  let n = 0;
  for (let length = 1; length <= MAX_CODE; length++) {
    bases[length] = n - code;
    lengths.forEach((each, symbol) => {
      if (each !== length) return;
      symbols[n++] = symbol;
      code++;
    });
    limits[length] = code - 1;
    code <<= 1;
  }
  return { limits, bases, symbols };
}

function symbolFrom(bits: Bits, code: Code): number {
  let value = 0;
  for (let length = 1; length <= MAX_CODE; length++) {
    value = (value << 1) | bits.read(1);
    if (value <= code.limits[length]!) {
      const symbol = code.symbols[value + code.bases[length]!];
      if (symbol !== undefined) return symbol;
    }
  }
  throw new Error('bzip2: bad code');
}

function readCodes(bits: Bits, symbols: number): { readonly codes: readonly Code[]; readonly selectors: Uint8Array } {
  const groups = bits.read(3);
  const count = bits.read(15);
  if (groups < 2 || groups > 6 || count === 0) throw new Error('bzip2: bad selectors');
  const order = Array.from({ length: groups }, (_, i) => i);
  const selectors = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let j = 0;
    while (bits.read(1) === 1) if (++j >= groups) throw new Error('bzip2: bad selector');
    order.unshift(...order.splice(j, 1));
    selectors[i] = order[0]!;
  }
  const codes = Array.from({ length: groups }, () => {
    let length = bits.read(5);
    const lengths = Array.from({ length: symbols }, () => {
      while (bits.read(1) === 1) length += bits.read(1) === 0 ? 1 : -1;
      if (length < 1 || length > MAX_CODE) throw new Error('bzip2: bad length');
      return length;
    });
    return codeOf(lengths);
  });
  return { codes, selectors };
}

function readBlock(bits: Bits, maxSize: number): Uint8Array {
  if (bits.read(1) === 1) throw new Error('bzip2: randomised blocks are not supported');
  const start = bits.read(24);
  const ranges = bits.read(16);
  const alphabet: number[] = [];
  for (let i = 0; i < 16; i++) {
    if (!((ranges >> (15 - i)) & 1)) continue;
    const used = bits.read(16);
    for (let j = 0; j < 16; j++) if ((used >> (15 - j)) & 1) alphabet.push(i * 16 + j);
  }
  if (alphabet.length === 0) throw new Error('bzip2: no symbols');
  const end = alphabet.length + 1;
  const { codes, selectors } = readCodes(bits, end + 1);
  const table = new Uint32Array(maxSize);
  let size = 0;
  let run = 0;
  let weight = 1;
  for (let n = 0; ; n++) {
    const code = codes[selectors[Math.floor(n / GROUP)]!];
    if (!code) throw new Error('bzip2: too few selectors');
    const symbol = symbolFrom(bits, code);
    if (symbol <= 1) {
      run += weight << symbol;
      weight <<= 1;
      if (run > maxSize) throw new Error('bzip2: run too long');
      continue;
    }
    if (size + run > maxSize) throw new Error('bzip2: block too long');
    table.fill(alphabet[0]!, size, size + run);
    size += run;
    run = 0;
    weight = 1;
    if (symbol === end) break;
    if (size >= maxSize) throw new Error('bzip2: block too long');
    const [byte] = alphabet.splice(symbol - 1, 1) as [number];
    alphabet.unshift(byte);
    table[size++] = byte;
  }
  if (start >= size && size > 0) throw new Error('bzip2: bad start');
  return untransform(table, size, start);
}

function untransform(table: Uint32Array, size: number, start: number): Uint8Array {
  const counts = new Uint32Array(257);
  for (let i = 0; i < size; i++) counts[(table[i]! & 255) + 1]!++;
  for (let i = 1; i <= 256; i++) counts[i]! += counts[i - 1]!;
  for (let i = 0; i < size; i++) table[counts[table[i]! & 255]!++]! |= i << 8;
  const bytes = new Uint8Array(size);
  let at = size > 0 ? table[start]! >>> 8 : 0;
  for (let i = 0; i < size; i++) {
    bytes[i] = table[at]! & 255;
    at = table[at]! >>> 8;
  }
  return bytes;
}

/** Undoes the first run-length coding: four equal bytes are followed by how many more there are. */
function expandRuns(bytes: Uint8Array, push: (part: Uint8Array) => void): void {
  let out = new Uint8Array(65_536);
  let n = 0;
  const put = (byte: number) => {
    if (n === out.length) {
      push(out);
      out = new Uint8Array(65_536);
      n = 0;
    }
    out[n++] = byte;
  };
  let same = 0;
  let last = -1;
  for (const byte of bytes) {
    if (same === 4) {
      for (let i = 0; i < byte; i++) put(last);
      same = 0;
      last = -1;
      continue;
    }
    same = byte === last ? same + 1 : 1;
    last = byte;
    put(byte);
  }
  push(out.slice(0, n));
}

/** Plain bytes of bzip2 data, several streams after one another included, handed to `push` in pieces. */
export function bunzip2(bytes: Uint8Array, push: (part: Uint8Array) => void): void {
  const bits = new Bits(bytes);
  do {
    if (bits.read(24) !== 0x425a68) throw new Error('bzip2: bad magic');
    const level = bits.read(8) - 0x30;
    if (level < 1 || level > 9) throw new Error('bzip2: bad level');
    for (;;) {
      const high = bits.read(24);
      const low = bits.read(24);
      bits.read(32);
      if (high === 0x177245 && low === 0x385090) break;
      if (high !== 0x314159 || low !== 0x265359) throw new Error('bzip2: bad block');
      expandRuns(readBlock(bits, level * 100_000), push);
    }
    bits.align();
  } while (bits.more);
}
