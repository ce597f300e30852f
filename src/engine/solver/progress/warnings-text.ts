import type { BuildRecord } from '../record.ts';

/** The summary that the client prints at the end: one line for each build check, equal ones once. */
export function warningsText(record: BuildRecord): string {
  const messages = new Set(record.events.flatMap((event) => (event.type === 'warning' ? [event.message] : [])));
  if (messages.size === 0) return '';
  const count = messages.size === 1 ? '1 warning' : `${messages.size} warnings`;
  return `\n ${count} found (use docker --debug to expand):\n${[...messages].map((message) => ` - ${message}\n`).join('')}`;
}
