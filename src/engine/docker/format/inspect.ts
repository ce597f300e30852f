/** Objects as `inspect` prints them: JSON of all, or a template for each (docker `cli/command/inspect`). */
import type { Session } from '../session.ts';
import { template } from './template.ts';
import { toJson, type Value } from './value.ts';

/** An object as the daemon sends it, and as Go's client types it for templates. */
export interface Details {
  readonly shown: Value;
  readonly typed: Value;
}

/** Prints what was found for each name; the words of those that were not found come last. Exit code. */
export function inspectAll(session: Session, names: readonly string[], format: string | undefined, find: (name: string) => Details | { readonly error: string }): number {
  const found: Details[] = [];
  const errors: string[] = [];
  for (const name of names) {
    const details = find(name);
    if ('error' in details) errors.push(details.error);
    else found.push(details);
  }
  const complain = () => (errors.length === 0 ? 0 : session.err(`${errors.join('\n')}\n`));
  if (format === undefined || format === '') {
    session.out(`${toJson(found.map(({ shown }) => shown), false, '    ')}\n`);
    return complain();
  }
  if (format === 'json') {
    session.out(`${toJson(found.map(({ shown }) => shown))}\n`);
    return complain();
  }
  const read = template(format);
  if ('error' in read) return session.err(`template parsing error: ${read.error}\n`);
  for (const { typed } of found) {
    const { text, error } = read.run(typed);
    if (error !== undefined) {
      session.out('\n');
      return session.err(`template parsing error: ${error}\n`);
    }
    session.out(`${text}\n`);
  }
  return complain();
}
