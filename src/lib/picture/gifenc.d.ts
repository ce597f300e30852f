/** What is used of gifenc, which has no types of its own. */
declare module 'gifenc' {
  interface FrameOptions {
    /** The table of colours of the file, with its first frame. */
    readonly palette?: readonly (readonly [number, number, number])[];
    /** Milliseconds. */
    readonly delay?: number;
    /** 0: for ever; -1: once. */
    readonly repeat?: number;
    readonly transparent?: boolean;
    readonly transparentIndex?: number;
    /** 1: the next frame is drawn over this one. */
    readonly dispose?: number;
  }

  export function GIFEncoder(): {
    writeFrame(index: Uint8Array, width: number, height: number, options: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
}
