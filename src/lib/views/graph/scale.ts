/** A scale of straight lines. D3's own brings interpolation of colours and formats of numbers with it. */
import { bisectRight } from 'd3';

/** From `domain`, which ascends, to `range`, point by point; outside of it the ends hold. */
export function straight(domain: readonly number[], range: readonly number[]): (at: number) => number {
  return (at) => {
    const right = Math.min(domain.length - 1, Math.max(1, bisectRight(domain as number[], at)));
    const [from, to] = [domain[right - 1]!, domain[right]!];
    const [start, end] = [range[right - 1]!, range[right]!];
    const share = to === from ? 0.5 : Math.min(1, Math.max(0, (at - from) / (to - from)));
    return start + (end - start) * share;
  };
}
