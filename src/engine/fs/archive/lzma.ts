/** The LZMA decoder that LZMA2 chunks use: a range decoder over adaptive bits, and a dictionary to copy from. Throws on broken data. */

const HALF = 1024;
const FLUSH = 1 << 20;

const bitModels = (count: number) => new Uint16Array(count).fill(HALF);

class LengthCoder {
  readonly choice = bitModels(2);
  readonly low: Uint16Array[] = Array.from({ length: 16 }, () => bitModels(8));
  readonly mid: Uint16Array[] = Array.from({ length: 16 }, () => bitModels(8));
  readonly high = bitModels(256);
}

export class Lzma {
  /** True after the first reset: the first chunk must make one. */
  started = false;
  private readonly limit: number;
  private readonly push: (part: Uint8Array) => void;
  private window = new Uint8Array(FLUSH * 2);
  private end = 0;
  private flushed = 0;
  private dictionary = 0;

  private input: Uint8Array = new Uint8Array(0);
  private at = 0;
  private range = 0;
  private code = 0;

  private lc = 0;
  private lpMask = 0;
  private pbMask = 0;
  private state = 0;
  private reps = [0, 0, 0, 0];
  private literals = bitModels(0);
  private isMatch = bitModels(0);
  private isRep = bitModels(0);
  private isRepG0 = bitModels(0);
  private isRepG1 = bitModels(0);
  private isRepG2 = bitModels(0);
  private isRep0Long = bitModels(0);
  private slots: Uint16Array[] = [];
  private special = bitModels(0);
  private align = bitModels(0);
  private lengths = new LengthCoder();
  private repLengths = new LengthCoder();

  constructor(dictionarySize: number, push: (part: Uint8Array) => void) {
    this.limit = dictionarySize;
    this.push = push;
  }

  resetDictionary(): void {
    this.started = true;
    this.dictionary = 0;
  }

  setProperties(byte: number): void {
    if (byte >= 225) throw new Error('lzma: bad properties');
    this.lc = byte % 9;
    this.lpMask = (1 << (Math.floor(byte / 9) % 5)) - 1;
    this.pbMask = (1 << Math.floor(byte / 45)) - 1;
    this.resetState();
  }

  resetState(): void {
    this.state = 0;
    this.reps = [0, 0, 0, 0];
    this.literals = bitModels(0x300 * (this.lpMask + 1) << this.lc);
    this.isMatch = bitModels(192);
    this.isRep = bitModels(12);
    this.isRepG0 = bitModels(12);
    this.isRepG1 = bitModels(12);
    this.isRepG2 = bitModels(12);
    this.isRep0Long = bitModels(192);
    this.slots = Array.from({ length: 4 }, () => bitModels(64));
    this.special = bitModels(115);
    this.align = bitModels(16);
    this.lengths = new LengthCoder();
    this.repLengths = new LengthCoder();
  }

  /** An uncompressed chunk. */
  copy(bytes: Uint8Array): void {
    for (const byte of bytes) this.put(byte);
  }

  flush(): void {
    if (this.end > this.flushed) this.push(this.window.slice(this.flushed, this.end));
    this.flushed = this.end;
  }

  private put(byte: number): void {
    if (this.end === this.window.length) this.makeRoom();
    this.window[this.end++] = byte;
    this.dictionary++;
  }

  /** Hands out what is done, and keeps as much of it as matches may reach back to. */
  private makeRoom(): void {
    this.flush();
    const kept = Math.min(this.limit, this.dictionary, this.end);
    if (kept + FLUSH > this.window.length) {
      const grown = new Uint8Array(Math.max(this.window.length * 2, kept + FLUSH * 2));
      grown.set(this.window.subarray(this.end - kept, this.end));
      this.window = grown;
    } else this.window.copyWithin(0, this.end - kept, this.end);
    this.end = this.flushed = kept;
  }

  private nextByte(): number {
    const byte = this.input[this.at++];
    if (byte === undefined) throw new Error('lzma: unexpected end');
    return byte;
  }

  private normalise(): void {
    if (this.range >= 0x1000000) return;
    this.range = (this.range << 8) >>> 0;
    this.code = ((this.code << 8) | this.nextByte()) >>> 0;
  }

  private bit(models: Uint16Array, index: number): number {
    this.normalise();
    const model = models[index]!;
    const bound = (this.range >>> 11) * model;
    if (this.code < bound) {
      this.range = bound;
      models[index] = model + ((2048 - model) >> 5);
      return 0;
    }
    this.range -= bound;
    this.code -= bound;
    models[index] = model - (model >> 5);
    return 1;
  }

  private tree(models: Uint16Array, bits: number): number {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | this.bit(models, node);
    return node - (1 << bits);
  }

  private reverseTree(models: Uint16Array, offset: number, bits: number): number {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const bit = this.bit(models, offset + node);
      node = (node << 1) | bit;
      value |= bit << i;
    }
    return value;
  }

  private direct(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      this.normalise();
      this.range >>>= 1;
      const bit = this.code >= this.range ? 1 : 0;
      if (bit) this.code -= this.range;
      value = value * 2 + bit;
    }
    return value;
  }

  private length(coder: LengthCoder, position: number): number {
    // Trees of 8 leaves use models 1 to 7.
    if (this.bit(coder.choice, 0) === 0) return this.tree(coder.low[position]!, 3);
    if (this.bit(coder.choice, 1) === 0) return 8 + this.tree(coder.mid[position]!, 3);
    return 16 + this.tree(coder.high, 8);
  }

  private distance(length: number): number {
    const slot = this.tree(this.slots[Math.min(length, 3)]!, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + this.reverseTree(this.special, base - slot, bits);
    return base + this.direct(bits - 4) * 16 + this.reverseTree(this.align, 0, 4);
  }

  private back(distance: number): number {
    if (distance >= this.dictionary || distance >= this.end) throw new Error('lzma: bad distance');
    return this.window[this.end - distance - 1]!;
  }

  private literal(): void {
    const previous = this.dictionary > 0 ? this.window[this.end - 1]! : 0;
    const offset = 0x300 * (((this.dictionary & this.lpMask) << this.lc) + (previous >> (8 - this.lc)));
    let symbol = 1;
    if (this.state >= 7) {
      let match = this.back(this.reps[0]!);
      do {
        const matchBit = (match >> 7) & 1;
        match <<= 1;
        const bit = this.bit(this.literals, offset + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== matchBit) break;
      } while (symbol < 0x100);
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.bit(this.literals, offset + symbol);
    this.put(symbol & 255);
    this.state = this.state < 4 ? 0 : this.state < 10 ? this.state - 3 : this.state - 6;
  }

  /** Length of a repeated match, or 0 where it was a single byte. */
  private repeated(position: number): number {
    const { state, reps } = this;
    if (this.bit(this.isRepG0, state) === 0) {
      if (this.bit(this.isRep0Long, (state << 4) + position) === 0) {
        this.state = state < 7 ? 9 : 11;
        this.put(this.back(reps[0]!));
        return 0;
      }
    } else {
      const index = this.bit(this.isRepG1, state) === 0 ? 1 : 2 + this.bit(this.isRepG2, state);
      const [distance] = reps.splice(index, 1) as [number];
      reps.unshift(distance);
    }
    this.state = state < 7 ? 8 : 11;
    return this.length(this.repLengths, position) + 2;
  }

  /** A compressed chunk of a known plain size. */
  decode(input: Uint8Array, size: number): void {
    this.input = input;
    this.at = 1;
    this.range = 0xffffffff;
    this.code = 0;
    for (let i = 0; i < 4; i++) this.code = ((this.code << 8) | this.nextByte()) >>> 0;
    for (let left = size; left > 0; ) {
      const position = this.dictionary & this.pbMask;
      if (this.bit(this.isMatch, (this.state << 4) + position) === 0) {
        this.literal();
        left--;
        continue;
      }
      let length: number;
      if (this.bit(this.isRep, this.state) === 1) {
        length = this.repeated(position);
        if (length === 0) {
          left--;
          continue;
        }
      } else {
        length = this.length(this.lengths, position) + 2;
        this.state = this.state < 7 ? 7 : 10;
        this.reps = [this.distance(length - 2), ...this.reps.slice(0, 3)];
      }
      if (length > left) throw new Error('lzma: match too long');
      left -= length;
      for (const distance = this.reps[0]!; length > 0; length--) this.put(this.back(distance));
    }
  }
}
