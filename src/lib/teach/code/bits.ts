/** Numbers as bits, one after the other, in symbols of five. The last symbol is filled up with zeros. */

/** Collects fields; `symbols` gives all of them, 0 to 31 each. */
export class BitWriter {
  readonly #bits: number[] = [];

  /** `width` bits of a number that is not negative; a larger one is written as the largest that fits. */
  put(value: number, width: number): void {
    const fitting = Math.min(value, 2 ** width - 1);
    for (let at = width - 1; at >= 0; at--) this.#bits.push(Math.floor(fitting / 2 ** at) % 2);
  }

  symbols(): number[] {
    const symbols: number[] = [];
    for (let at = 0; at < this.#bits.length; at += 5) symbols.push([0, 1, 2, 3, 4].reduce((sum, bit) => sum * 2 + (this.#bits[at + bit] ?? 0), 0));
    return symbols;
  }
}

/** Reads fields in the order in which they were put; past the end everything is undefined. */
export class BitReader {
  readonly #symbols: readonly number[];
  #at = 0;

  constructor(symbols: readonly number[]) {
    this.#symbols = symbols;
  }

  take(width: number): number | undefined {
    if (this.#at + width > this.#symbols.length * 5) return undefined;
    let value = 0;
    for (let bit = 0; bit < width; bit++, this.#at++) value = value * 2 + ((this.#symbols[Math.floor(this.#at / 5)]! >> (4 - (this.#at % 5))) & 1);
    return value;
  }

  /** What is left is less than a symbol, and zero: nothing was written after what was read. */
  get ended(): boolean {
    const left = this.#symbols.length * 5 - this.#at;
    return left < 5 && (left === 0 || this.take(left) === 0);
  }
}
