/** What a teacher's link said of the help there is: it stays with the reader on the way from lesson to lesson. */

/** What links to lessons end with; nothing where pages are prerendered, and where there is all help. */
export const keptHelp = $state({ query: '' });

/** Keeps what the address of the page asks for. */
export function keepHelp(help: string | null): void {
  keptHelp.query = help === 'none' || help === 'hints' ? `?help=${help}` : '';
}
