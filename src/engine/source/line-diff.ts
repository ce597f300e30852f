/** Lines that differ between two texts: 0-based, half-open, the old ones and what stands in their place. */
export interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Beyond this many steps of Myers' search the rest counts as one hunk. */
const LIMIT = 400;

/** The fewest lines to take out and put in (Myers 1986), in order. */
export function lineDiff(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  if (a.length === 0 && b.length === 0) return [];
  return hunks(a, b).map((hunk) => ({ oldFrom: hunk.oldFrom + head, oldTo: hunk.oldTo + head, newFrom: hunk.newFrom + head, newTo: hunk.newTo + head }));
}

function hunks(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  const trace = search(a, b);
  if (!trace) return [{ oldFrom: 0, oldTo: a.length, newFrom: 0, newTo: b.length }];
  const found: Hunk[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d > 0; d--) {
    const reach = trace[d - 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
    const startX = reach.get(down ? k + 1 : k - 1)!;
    const startY = startX - (down ? k + 1 : k - 1);
    const [endX, endY] = down ? [startX, startY + 1] : [startX + 1, startY];
    const later = found.at(-1);
    if (later && later.oldFrom === endX && later.newFrom === endY) found[found.length - 1] = { ...later, oldFrom: startX, newFrom: startY };
    else found.push({ oldFrom: startX, oldTo: endX, newFrom: startY, newTo: endY });
    x = startX;
    y = startY;
  }
  return found.reverse();
}

/** How far each diagonal reaches with d edits, for each d up to the answer. */
function search(a: readonly string[], b: readonly string[]): readonly ReadonlyMap<number, number>[] | undefined {
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(LIMIT, a.length + b.length); d++) {
    const last = trace.at(-1) ?? new Map([[1, 0]]);
    const reach = new Map<number, number>();
    trace.push(reach);
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (last.get(k - 1) ?? -1) < (last.get(k + 1) ?? -1));
      let x = down ? last.get(k + 1)! : last.get(k - 1)! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return undefined;
}

/** The part of a line that is not in the other, in whole words; empty where only something was taken out. */
export function changedPart(before: string, after: string): { readonly from: number; readonly to: number } {
  const word = /[\p{L}\p{N}_]/u;
  const inWord = (at: number) => at > 0 && at < after.length && word.test(after[at - 1]!) && word.test(after[at]!);
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let to = after.length;
  while (to > from && before.length - (after.length - to) > from && before[before.length - 1 - (after.length - to)] === after[to - 1]) to--;
  if (to > from) {
    while (inWord(from)) from--;
    while (inWord(to)) to++;
  }
  return { from, to };
}
