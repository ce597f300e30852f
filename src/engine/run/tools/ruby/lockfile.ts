/** `Gemfile.lock`: the gems of its `specs`, which are indented by four blanks. */

export interface Gem {
  readonly name: string;
  readonly version: string;
}

/** All gems that a lock file names, in its order. */
export function readGems(text: string): readonly Gem[] {
  return [...text.matchAll(/^ {4}([\w.-]+) \(([^)]+)\)$/gm)].map(([, name = '', version = '']) => ({ name, version }));
}
