/** How much larger than on a desk a graph is drawn on a projector. */

/** Read from eight metres; and no larger than a headline. */
const LEAST = 1.6;
const MOST = 2.6;
const STEPS = 20;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest scale at which all of the drawing is seen, `drawn` giving its size at a scale in its own pixels; where none shows all, the least. */
export function projectorScale(room: Size, drawn: (scale: number) => Size): number {
  const scaleAt = (step: number) => LEAST + ((MOST - LEAST) * step) / STEPS;
  const fits = (step: number) => {
    const { width, height } = drawn(scaleAt(step));
    return width * scaleAt(step) <= room.width && height * scaleAt(step) <= room.height;
  };
  let [low, high] = [0, STEPS];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return scaleAt(low);
}
