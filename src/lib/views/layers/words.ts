/** Sentences of the engine as runs of words and code: `code` stands between backticks. */
export function runsOf(sentence: string): readonly { readonly text: string; readonly code: boolean }[] {
  return sentence.split('`').flatMap((text, at) => (text === '' ? [] : [{ text, code: at % 2 === 1 }]));
}

/** Permission bits as octal digits: `0755`. */
export const modeWords = (mode: number): string => mode.toString(8).padStart(4, '0');

/** `usr/lib/x86_64-linux-gnu` → `…/x86_64-linux-gnu` where that is all there is room for. */
export function shortPath(path: string, most: number): string {
  if (path.length <= most) return path;
  const last = path.split('/').at(-1) ?? path;
  const tail = `…/${last}`;
  return tail.length <= most ? tail : `${last.slice(0, Math.max(1, most - 1))}…`;
}

/** A block's path, or what it is where it is no path: what a base has beside the files that are listed one by one. */
export function placeWords(path: string): string {
  if (path === '') return 'files that are not known';
  return path.endsWith('/.rest-of-the-image') ? 'other files, as one' : path;
}
