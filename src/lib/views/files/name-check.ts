/** What is wrong with a path that a person typed for a file of the context. */
import { utf8Length } from '#engine/source/utf8.ts';
import { t } from '#messages/index.ts';

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
  if (path === '') return t('files.name-missing');
  if (parts.includes('..')) return t('files.name-outside');
  if (path.includes('\0')) return t('files.name-nul');
  if (parts.some((part) => utf8Length(part) > 255)) return t('files.name-long');
  if (taken.includes(path)) return t('files.name-taken', { path });
  return undefined;
}
