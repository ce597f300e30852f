/** What is wrong with a path that a person typed for a file of the context. */
import { utf8Length } from '#engine/source/utf8.ts';

/** A typed path as the context knows it: no leading or trailing slash, none doubled. */
export const tidyPath = (typed: string): string =>
  typed
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

/** A sentence that says what would be right, or `undefined` where the path can be used. `taken` are the paths that are there. */
export function pathProblem(typed: string, taken: readonly string[]): string | undefined {
  const path = tidyPath(typed);
  const parts = path.split('/');
  if (path === '') return 'Give it a name, for instance notes.txt or docs/notes.txt.';
  if (parts.includes('..')) return 'A name stays inside the context: it cannot contain “..”.';
  if (path.includes('\0')) return 'A name cannot contain the character NUL.';
  if (parts.some((part) => utf8Length(part) > 255)) return 'A name has at most 255 bytes between two slashes.';
  if (taken.includes(path)) return `There is a ${path} already.`;
  return undefined;
}
