/** Links that a teacher hands out: a lesson, or several in an order, with as much help as the teacher wants there to be. */

/** `none`: neither hints nor solutions; `hints`: no solutions; `all`: as the lesson is. */
export const helps = ['all', 'hints', 'none'] as const;
export type Help = (typeof helps)[number];

/** `path` is the lesson's page; it keeps what it has of a query. */
export function helpLink(path: string, origin: string, help: Help): string {
  const url = new URL(path, origin);
  if (help === 'all') url.searchParams.delete('help');
  else url.searchParams.set('help', help);
  return url.href;
}
