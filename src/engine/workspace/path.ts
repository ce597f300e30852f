import type { Message } from '../source/message.ts';
import { utf8Length } from '../source/utf8.ts';

/** What is wrong with a context path that a person gave, and what to do; undefined where nothing is. */
export function pathProblem(path: string): Message | undefined {
  if (path === '') return { id: 'actions.name-missing' };
  if (path.includes('\0')) return { id: 'actions.name-nul' };
  if (path.startsWith('/')) return { id: 'actions.path-absolute' };
  const parts = path.split('/');
  if (parts.some((part) => part === '')) return { id: 'actions.path-two-slashes' };
  if (parts.some((part) => part === '.' || part === '..')) return { id: 'actions.path-dots' };
  const long = parts.find((part) => utf8Length(part) > 255);
  if (long !== undefined) return { id: 'actions.name-long' };
  if (utf8Length(path) > 4095) return { id: 'actions.path-long' };
  return undefined;
}
