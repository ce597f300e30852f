/** The tabs of a lesson's bench: which views there are, in which order, and which may be looked at while a build is a question. */
import type { MessageId } from '#messages/index.ts';
import { views, type View } from '#lib/workbench/view.ts';

export interface BenchTab {
  readonly id: string;
  readonly label: MessageId;
  readonly key?: string;
  /** The view that is drawn under it; absent for those of the bench itself. */
  readonly view?: View;
}

/** Predicting happens in the text of a lesson; two Dockerfiles are compared at the workbench, and scenes narrated: what is replayed must not pass for an answer. */
const elsewhere: ReadonlySet<string> = new Set(['predict', 'duel', 'narrate']);

/** Views with a place of their own; others follow in their order. */
const first = ['terminal', 'timeline', 'layers', 'registry', 'radius'];

const rank = ({ id }: View) => (first.includes(id) ? first.indexOf(id) : first.length);

export const benchTabs: readonly BenchTab[] = [
  { id: 'graph', label: 'page.graph' },
  ...[...views]
    .filter(({ id }) => first.includes(id))
    .sort((a, b) => rank(a) - rank(b))
    .map(tabOf),
  { id: 'why', label: 'page.why' },
  { id: 'log', label: 'page.log' },
  { id: 'problems', label: 'page.problems' },
  ...views.filter(({ id }) => !first.includes(id) && !elsewhere.has(id)).map(tabOf),
];

function tabOf(view: View): BenchTab {
  const { id, label, key } = view;
  return { id, label, ...(key !== undefined && { key }), view };
}

/** What may be looked at while the next build is a question. */
export const openWhileAsked: ReadonlySet<string> = new Set(['graph', 'terminal', 'registry', 'problems']);

/** What can be looked at and not worked in: all there is while a counterexample is on the bench, whose work nobody keeps. */
export const openWhileTried: ReadonlySet<string> = new Set(['graph', 'timeline', 'why', 'log', 'problems']);

/** The tabs of the editor: the Dockerfile, the ignore file, and files that were opened, those of long ago given up. */
export function fileTabs(dockerfile: string, opened: readonly string[], there: (path: string) => boolean, most = 5): readonly string[] {
  const others = ['.dockerignore', ...opened].filter((path, at, all) => path !== dockerfile && there(path) && all.indexOf(path) === at);
  return [dockerfile, ...others.slice(0, 1), ...others.slice(1).slice(-(most - 1))];
}
