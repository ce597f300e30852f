/** Links that a teacher hands out: a lesson, or several in an order, with as much help as the teacher wants there to be. */

/** `none`: neither hints nor solutions; `hints`: no solutions; `all`: as the lesson is. */
export const helps = ['all', 'hints', 'none'] as const;
export type Help = (typeof helps)[number];

/** Lessons in an order that fits an afternoon or a purpose, by their slugs. */
export interface Track {
  readonly id: 'first-afternoon' | 'fast-ci';
  readonly lessons: readonly string[];
}

export const tracks: readonly Track[] = [
  { id: 'first-afternoon', lessons: ['what-a-layer-is', 'order-for-cache', 'build-context', 'what-deleting-leaves', 'multi-stage', 'images-and-registries'] },
  { id: 'fast-ci', lessons: ['order-for-cache', 'multi-stage', 'content-and-the-graph', 'mounts', 'caches-in-ci'] },
];

/** `path` is the lesson's page; it keeps what it has of a query. */
export function helpLink(path: string, origin: string, help: Help): string {
  const url = new URL(path, origin);
  if (help === 'all') url.searchParams.delete('help');
  else url.searchParams.set('help', help);
  return url.href;
}
