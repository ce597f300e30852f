/**
 * How a page is presented, as its query says it: `?view=timeline&step=4&theme=dark`. Only looking stands here, never content: what is
 * looked at stands in the fragment. The words are those of the embed where both have them (`src/embed/vocabulary.ts`).
 */

export interface PagePresentation {
  /** Id of a view or a panel, or `graph`. */
  readonly view?: string;
  /** Id of a step, or its number in the file counted from 1. */
  readonly step?: string;
  /** A file of the context that stands beside the Dockerfile. */
  readonly file?: string;
  /** A build of the history, from 1; `next` is what the next one would do. */
  readonly build?: number | 'next';
  /** Of this page alone; what the person chose is kept. */
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly lang?: string;
  /** What is shown is not the reader’s own and cannot be edited, until they make it theirs. */
  readonly readonly?: true;
  /** The view alone, for a projector or a screenshot. */
  readonly ui?: 'focus';
  /** Nothing moves: a build is there at once. */
  readonly motion?: 'off';
  /** The talk that the work has become fills the screen. */
  readonly present?: true;
}

const most = 400;

/**
 * A query, with or without `?`, → what it asks for. Whatever is no value of its name counts as not written; of a name that is there
 * twice the first counts. `views`: ids that can be gone to.
 */
export function presentationIn(query: string, views: readonly string[]): PagePresentation {
  const asked = new URLSearchParams(query);
  const text = (name: string): string | undefined => {
    const value = asked.get(name)?.trim();
    return value === undefined || value === '' || value.length > most ? undefined : value;
  };
  const one = <T extends string>(name: string, values: readonly T[]): T | undefined => values.find((value) => value === text(name)?.toLowerCase());
  /** A word without a value is yes; every value but a no is. */
  const yes = (name: string): true | undefined => (asked.has(name) && !['false', '0', 'no', 'off'].includes(asked.get(name)!.trim().toLowerCase()) ? true : undefined);
  const build = text('build');
  const lang = text('lang');
  return defined({
    view: one('view', views),
    step: text('step'),
    file: text('file')?.replace(/^\.?\/+/, ''),
    build: build === 'next' ? build : build !== undefined && /^[1-9]\d{0,8}$/.test(build) ? Number(build) : undefined,
    theme: one('theme', ['auto', 'light', 'dark']),
    lang: lang !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang) ? lang : undefined,
    readonly: yes('readonly'),
    ui: one('ui', ['focus']),
    motion: one('motion', ['off']),
    present: yes('present'),
  });
}

/** What is asked for → a query with `?`, or nothing where nothing is. Its names are always in the same order. */
export function presentationQuery(presentation: PagePresentation): string {
  const names = ['view', 'step', 'file', 'build', 'theme', 'lang', 'ui', 'motion', 'readonly', 'present'] as const satisfies readonly (keyof PagePresentation)[];
  const query = new URLSearchParams();
  for (const name of names) {
    const value = presentation[name];
    if (value !== undefined) query.set(name, value === true ? '' : String(value));
  }
  const text = query.toString().replaceAll(/=(?=&|$)/g, '').replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
}

/** Steps of a build as the query names them: by id, or by their number in the order of the file. */
export function stepNamed<S extends { readonly id: string; readonly lines: { readonly first: number } }>(steps: readonly S[], asked: string): S | undefined {
  const known = steps.find(({ id }) => id === asked);
  if (known || !/^\d{1,4}$/.test(asked)) return known;
  return [...steps].sort((a, b) => a.lines.first - b.lines.first)[Number(asked) - 1];
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
}
