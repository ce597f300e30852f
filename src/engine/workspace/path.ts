import { utf8Length } from '../source/utf8.ts';

/** What is wrong with a context path that a person gave, as a sentence that says what to do; undefined where nothing is. */
export function pathProblem(path: string): string | undefined {
  if (path === '') return 'Give the file a name.';
  if (path.includes('\0')) return 'A file name cannot hold a NUL character.';
  if (path.startsWith('/')) return 'Give a path inside the context, without a slash in front.';
  const parts = path.split('/');
  if (parts.some((part) => part === '')) return 'Two slashes have nothing between them; take one out.';
  if (parts.some((part) => part === '.' || part === '..')) return 'Give the path without “.” or “..”: it cannot leave the context.';
  const long = parts.find((part) => utf8Length(part) > 255);
  if (long !== undefined) return 'A name can have 255 bytes at most; shorten it.';
  if (utf8Length(path) > 4095) return 'A path can have 4,095 bytes at most; shorten it.';
  return undefined;
}
