/** The SVG text of a picture: its size, and other versions of it. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

const ROOT = /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/;

/** Size of a picture in its own pixels. */
export function sizeOf(svg: string): Size {
  const [, width = 0, height = 0] = ROOT.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** No wider than that: what cannot be drawn narrower is shown smaller. */
export function within(svg: string, most: number): string {
  const { width } = sizeOf(svg);
  return width > most ? scaled(svg, most / width) : svg;
}

/** So many times as large: an `<img>` of it is drawn at that size, not enlarged afterwards. */
export function scaled(svg: string, scale: number): string {
  const { width, height } = sizeOf(svg);
  return svg.replace(`width="${width}" height="${height}"`, `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`);
}

/** With rules of fonts before its own rules. */
export function withFonts(svg: string, rules: string): string {
  return svg.replace('<style>', () => `<style>${rules}`);
}

/** As a file of its own. */
export const asFile = (svg: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
