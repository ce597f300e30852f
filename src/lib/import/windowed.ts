/** A file that is read in pieces large enough to hold many small parts: browsers take a millisecond for each piece, however small. */
const PIECE = 1 << 20;

export class Windowed {
  readonly size: number;
  readonly #blob: Blob;
  #window: { readonly from: number; readonly to: number; readonly bytes: Promise<ArrayBuffer> } | undefined;

  constructor(blob: Blob) {
    this.#blob = blob;
    this.size = blob.size;
  }

  /** The bytes from `from` up to `to`, as a view that is not to be written to; undefined where the file does not have them. */
  async view(from: number, to: number): Promise<DataView<ArrayBuffer> | undefined> {
    if (!(from >= 0 && from <= to && to <= this.size)) return undefined;
    const window = this.#window && this.#window.from <= from && to <= this.#window.to ? this.#window : this.#open(from, to);
    return new DataView(await window.bytes, from - window.from, to - from);
  }

  #open(from: number, least: number) {
    const to = Math.min(this.size, Math.max(least, from + PIECE));
    return (this.#window = { from, to, bytes: this.#blob.slice(from, to).arrayBuffer() });
  }
}
