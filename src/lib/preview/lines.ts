/** A text in lines of a width: the largest size in which it has room; the last line says by “…” that there would be more. */

interface Size {
  /** Pixels. */
  readonly size: number;
  /** Lines that there is room for. */
  readonly most: number;
}

export interface Lines {
  readonly size: number;
  readonly lines: readonly string[];
}

/** `wide`: mean width of a letter, in sizes. */
export function linesOf(text: string, sizes: readonly Size[], width: number, wide: number): Lines {
  const broken = sizes.map(({ size, most }) => ({ size, most, lines: wrapped(text, width / (size * wide)) }));
  const room = broken.find(({ lines, most, size }) => lines.length <= most && lines.every((line) => line.length * size * wide <= width * 1.02)) ?? broken.at(-1)!;
  const { lines, most, size } = room;
  if (lines.length <= most) return { size, lines };
  const kept = lines.slice(0, most);
  const last = kept.at(-1)!.replace(/[\s,.:;]*\S*$/, '');
  return { size, lines: [...kept.slice(0, -1), `${last.replace(/[\s,.:;]+$/, '')}…`] };
}

function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
