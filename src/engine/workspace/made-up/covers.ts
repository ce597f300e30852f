import { goMatcher } from '../../fs/index.ts';
import type { Source } from './needs.ts';

/** Whether a source of a COPY brings a context path: by its name, by its pattern, or with a folder above it. */
export function covers({ path, pattern }: Pick<Source, 'path' | 'pattern'>, file: string): boolean {
  if (path === '' || file === path || file.startsWith(`${path}/`)) return true;
  if (!pattern) return false;
  const names = file.split('/');
  const wanted = path.split('/').length;
  return names.length >= wanted && goMatcher(path)(names.slice(0, wanted).join('/')) === true;
}
