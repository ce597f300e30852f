/** When work on an exercise began, kept in the browser so that a reload does not make anybody faster. */

const keyOf = (place: string) => `layerscope:begun/${place}`;

/** Milliseconds since 1970; undefined where the browser knows nothing of it. `place`: lesson and exercise. */
export function begunAt(place: string): number | undefined {
  try {
    const kept = Number(localStorage.getItem(keyOf(place)) ?? NaN);
    return kept > 0 && kept <= Date.now() ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** It begins now; a browser that keeps nothing knows it until the page goes. */
export function beginNow(place: string): number {
  const now = Date.now();
  try {
    localStorage.setItem(keyOf(place), String(now));
  } catch {
    return now;
  }
  return now;
}
