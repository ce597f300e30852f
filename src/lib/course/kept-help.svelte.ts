/** What a teacher's link said of the help there is: it stays with the reader on the way from lesson to lesson. */
import { resolve } from '$app/paths';

/** Empty where pages are prerendered, and where there is all help. */
let query = $state('');

/** Reads it from the address of the page. */
export function keepHelp(search: string): void {
  const help = new URLSearchParams(search).get('help');
  query = help === 'none' || help === 'hints' ? `?help=${help}` : '';
}

/** The address of a lesson with as much help as this page was asked for. */
export const lessonHref = (lesson: string, anchor = ''): string => `${resolve('/learn/[lesson]', { lesson })}${query}${anchor === '' ? '' : `#${anchor}`}`;
