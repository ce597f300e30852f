/** Of many patterns the few that can match a path: those that fit its first and its last character. */
import type { Pattern } from './pattern.ts';

/** Pairs of characters that are remembered. */
const REMEMBERED = 1024;

export class Candidates {
  private readonly patterns: readonly Pattern[];
  private readonly known = new Map<number, readonly Pattern[]>();

  constructor(patterns: readonly Pattern[]) {
    this.patterns = patterns;
  }

  /** In order; whoever is left out does not match the path and does compile. */
  of(path: string): readonly Pattern[] {
    const first = path.charCodeAt(0);
    const last = path.charCodeAt(path.length - 1);
    const key = first * 65_536 + last;
    let found = this.known.get(key);
    if (!found) {
      if (this.known.size >= REMEMBERED) this.known.clear();
      const fits = (text: string, at: number, code: number) => text === '' || text.charCodeAt(at) === code;
      found = this.patterns.filter(({ head, tail }) => fits(head, 0, first) && fits(tail, tail.length - 1, last));
      this.known.set(key, found);
    }
    return found;
  }
}
