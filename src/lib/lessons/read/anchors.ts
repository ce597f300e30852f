/** Gives each headline a name for links to it: its words with hyphens, numbered where they stood before. */
export type Anchors = (words: string) => string;

/** A new set of names. */
export function anchors(): Anchors {
  const taken = new Set<string>();
  return (words) => {
    const plain = words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'section';
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain}-${String(number)}`;
    taken.add(name);
    return name;
  };
}
