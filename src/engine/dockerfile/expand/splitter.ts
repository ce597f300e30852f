import { isSpace } from '../go/space.ts';

/** Collects the words of an expansion: white space splits, except in raw text (quoted or escaped). */
export class WordSplitter {
  private readonly words: string[] = [];
  private pending = '';

  /** Text whose white space splits. */
  add(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      if (!isSpace(text.charCodeAt(at))) continue;
      this.pending += text.slice(from, at);
      this.flush();
      from = at + 1;
    }
    this.pending += text.slice(from);
  }

  /** Text that stays in one word. */
  addRaw(text: string): void {
    this.pending += text;
  }

  /** Upstream shares one buffer with the operands of references, so `a${x:-b}` loses the `a`. */
  dropPending(): void {
    this.pending = '';
  }

  /** All words; an empty one (`""`) is none. */
  finish(): readonly string[] {
    this.flush();
    return this.words;
  }

  private flush(): void {
    if (this.pending === '') return;
    this.words.push(this.pending);
    this.pending = '';
  }
}
