/** From SVG text to pixels: an `<img>` of it, drawn on a canvas. */
import { fontRules } from './fonts.ts';
import { scaled, sizeOf, withFonts, type Size } from './svg-text.ts';

/** Pixels on a side and in all that browsers draw without fail. */
export const limits = { side: 16_384, area: 64_000_000 } as const;

/** Size of the picture with that many pixels for each of its own. */
export function pixelsOf(svg: string, scale: number): Size {
  const { width, height } = sizeOf(svg);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

export const tooLarge = ({ width, height }: Size): boolean => Math.max(width, height) > limits.side || width * height > limits.area;

/** An image of the picture with its fonts, ready to be drawn; what it gives ends its address. */
async function imageOf(svg: string): Promise<{ readonly image: HTMLImageElement; readonly end: () => void }> {
  const address = URL.createObjectURL(new Blob([withFonts(svg, await fontRules(svg))], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch (problem) {
    URL.revokeObjectURL(address);
    throw problem;
  }
  return { image, end: () => URL.revokeObjectURL(address) };
}

/** Where frames are drawn one after the other. */
export class Easel {
  readonly size: Size;
  readonly #scale: number;
  readonly #context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;
  readonly #canvas: OffscreenCanvas | HTMLCanvasElement;

  constructor(size: Size, scale: number) {
    this.size = size;
    this.#scale = scale;
    this.#canvas = typeof OffscreenCanvas === 'undefined' ? Object.assign(document.createElement('canvas'), size) : new OffscreenCanvas(size.width, size.height);
    const context = this.#canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null;
    if (!context) throw new Error('no canvas');
    this.#context = context;
  }

  /** Draws a picture in place of the last. */
  async draw(svg: string): Promise<void> {
    const { width, height } = this.size;
    const { image, end } = await imageOf(scaled(svg, this.#scale));
    this.#context.clearRect(0, 0, width, height);
    this.#context.drawImage(image, 0, 0);
    end();
  }

  /** What is drawn, four bytes a pixel. */
  pixels(): Uint8ClampedArray {
    return this.#context.getImageData(0, 0, this.size.width, this.size.height).data;
  }

  /** What is drawn, as PNG. */
  async png(): Promise<Blob> {
    if ('convertToBlob' in this.#canvas) return this.#canvas.convertToBlob({ type: 'image/png' });
    const canvas = this.#canvas;
    return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
  }
}

/** A picture as PNG, `scale` pixels for each of its own. */
export async function pngOf(svg: string, scale: number): Promise<Blob> {
  const easel = new Easel(pixelsOf(svg, scale), scale);
  await easel.draw(svg);
  return easel.png();
}
