/** Where the questions and exercises of a lesson stand in its text: each once. */
import type { Placed } from './body.ts';
import type { Problems } from './problems.ts';
import { noSuch } from './unique.ts';

/** Ids by kind; undefined where their file could not be read, so that nothing is said of them. */
export type KnownIds = Readonly<Record<'predict' | 'quiz' | 'exercise', readonly string[] | undefined>>;

const names = { predict: 'prediction', quiz: 'quiz', exercise: 'exercise' } as const;

/** Reports what a directive names and is not there, what stands twice, and what stands nowhere. */
export function placements(placed: readonly Placed[], known: KnownIds, problems: Problems): void {
  const seen = new Set<string>();
  for (const { block, place } of placed) {
    const named = nameIn(block);
    if (!named) continue;
    const ids = known[named.kind];
    const key = `${named.kind} ${named.id}`;
    if (ids && !ids.includes(named.id)) problems.add('lesson.md', place, noSuch(names[named.kind], named.id, ids));
    if (seen.has(key)) problems.add('lesson.md', place, `this ${names[named.kind]} stands in the text already`);
    seen.add(key);
  }
  for (const kind of ['predict', 'quiz', 'exercise'] as const) {
    for (const id of new Set(known[kind])) {
      if (!seen.has(`${kind} ${id}`)) problems.add('lesson.md', { line: 1, column: 1 }, `the ${names[kind]} \`${id}\` stands nowhere in the text: \`::${kind}{id=${id}}\` puts it there`);
    }
  }
}

function nameIn(block: Placed['block']): { readonly kind: keyof typeof names; readonly id: string } | undefined {
  if (block.kind === 'predict') return { kind: 'predict', id: block.prediction };
  if (block.kind === 'quiz') return { kind: 'quiz', id: block.quiz };
  return block.kind === 'exercise' ? { kind: 'exercise', id: block.exercise } : undefined;
}
