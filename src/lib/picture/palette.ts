/** Colours of a film: drawings are flat, so the commonest colours are kept exactly and the edges of letters go to the nearest of them. */

/** A colour as 0xrrggbb. */
type Colour = number;

/** Squared distance below which a rarer colour adds nothing. */
const ALIKE = 60;

/** Pixels of some frames (four bytes each) → at most so many colours, the commonest first. */
export function paletteOf(samples: readonly Uint8ClampedArray[], most: number): readonly Colour[] {
  const counts = new Map<Colour, number>();
  for (const pixels of samples) for (let at = 0; at < pixels.length; at += 4) {
    const colour = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  const chosen: Colour[] = [];
  for (const colour of byCount) {
    if (chosen.length === most) break;
    if (chosen.every((other) => distance(colour, other) > ALIKE)) chosen.push(colour);
  }
  return chosen;
}

/** Index of the nearest colour, remembered from one pixel to the next. */
export class Nearest {
  readonly #palette: readonly Colour[];
  readonly #known = new Map<Colour, number>();

  constructor(palette: readonly Colour[]) {
    this.#palette = palette;
    palette.forEach((colour, at) => this.#known.set(colour, at));
  }

  indexOf(colour: Colour): number {
    const known = this.#known.get(colour);
    if (known !== undefined) return known;
    let best = 0;
    let least = Infinity;
    for (let at = 0; at < this.#palette.length; at++) {
      const far = distance(colour, this.#palette[at]!);
      if (far < least) [best, least] = [at, far];
    }
    this.#known.set(colour, best);
    return best;
  }
}

function distance(a: Colour, b: Colour): number {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  // The eye sees green best and blue least.
  return 2 * red * red + 4 * green * green + blue * blue;
}
