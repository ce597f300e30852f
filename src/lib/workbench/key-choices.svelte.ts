/** The letters that the reader chose for views, and whether letters go anywhere at all; kept in this browser. */
import type { Choices } from './keys.ts';

const KEY = 'layerscope:keys';

export class KeyChoices {
  letters: Choices = $state.raw({});
  /** Keys of one letter can be switched off: whoever dictates would press them by speaking (WCAG 2.1.4). */
  on = $state(true);

  /** Takes over what this browser kept; call it once in the browser. */
  restore(): void {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { letters?: unknown; on?: unknown } | null;
      const letters = typeof kept?.letters === 'object' && kept.letters !== null ? Object.entries(kept.letters) : [];
      this.letters = Object.fromEntries(letters.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= 2));
      this.on = kept?.on !== false;
    } catch {
      // As if nothing was kept.
    }
  }

  choose(id: string, letter: string): void {
    this.letters = { ...this.letters, [id]: letter.toLowerCase() };
    this.#keep();
  }

  reset(): void {
    this.letters = {};
    this.#keep();
  }

  turn(on: boolean): void {
    this.on = on;
    this.#keep();
  }

  #keep(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ letters: this.letters, on: this.on }));
    } catch {
      // A browser that keeps nothing still has the choice until the tab closes.
    }
  }
}
