/** The number under which a browser's result codes count as one learner's: drawn by lot, told to nobody but in the codes. */
import { most } from './code/index.ts';

const key = 'layerscope:learner';

/** Where the browser keeps nothing: the same as long as the page lives. */
let held: number | undefined;

/** A new number, and from now on this browser's: for who sits down at it after somebody else. */
export function drawLearner(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  held = drawn % (most.learner + 1);
  try {
    localStorage.setItem(key, String(held));
  } catch {
    // Private windows and full stores: `held` does until the tab closes.
  }
  return held;
}

/** This browser's number; drawn where there is none yet. */
export function learnerOfHere(): number {
  if (held !== undefined) return held;
  try {
    const kept = Number(localStorage.getItem(key) ?? NaN);
    if (Number.isInteger(kept) && kept >= 0 && kept <= most.learner) return (held = kept);
  } catch {
    return drawLearner();
  }
  return drawLearner();
}
