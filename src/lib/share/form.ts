/**
 * The first form of a scene in a link (`ls1.`): keys of one letter, because it is read by machines. What is added to it is optional,
 * and whoever does not know it leaves it out; anything else is another form with another number.
 */
import * as v from 'valibot';
import { action } from '#lib/state/kept-action.ts';
import { path } from '#lib/state/kept-options.ts';
import { setup } from '#lib/views/duel/kept.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { DuelSetup } from '#engine/workspace/duel/index.ts';
import type { Looking, Note, SharedScene } from './scene.ts';

/** Most of each, so that no link can ask for endless work. */
export const most = { actions: 20_000, notes: 2_000, words: 4_000 } as const;

const short = v.pipe(v.string(), v.maxLength(200));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const looking = { v: v.optional(short), p: v.optional(short), f: v.optional(path), b: v.optional(count) };

const fields = v.object({
  s: v.pipe(short, v.regex(/^[a-z0-9][a-z0-9/-]*$/)),
  a: v.pipe(v.array(action), v.maxLength(most.actions)),
  ...looking,
  n: v.optional(v.pipe(v.array(v.union([v.tuple([count, v.pipe(v.string(), v.maxLength(most.words)), v.object(looking)]), v.tuple([count, v.pipe(v.string(), v.maxLength(most.words))])])), v.maxLength(most.notes))),
  t: v.optional(short),
  u: v.optional(v.pipe(v.array(v.tuple([count, v.pipe(v.number(), v.safeInteger(), v.minValue(-1))])), v.maxLength(most.actions))),
  c: v.optional(count),
  q: v.optional(v.literal(true)),
  d: v.optional(setup),
});

export const firstForm = v.pipe(
  fields,
  v.check(({ a, u = [] }) => u.every(([one, after]) => one < a.length && after < one), 'an action is done before the one that it was done after'),
  v.check(({ a, n = [], c = 0 }) => c <= a.length && n.every(([at]) => at <= a.length), 'it stands at an action that is not there'),
);

export type FirstForm = v.InferOutput<typeof firstForm>;

/** The scene as the form writes it; keys without a value fall out of its JSON. */
export function inForm({ scenario, actions, branches, stands, notes, title, asks, duel, ...look }: SharedScene): object {
  return {
    s: scenario,
    a: actions,
    ...lookForm(look),
    n: notes?.map(({ at, text, ...seen }) => (Object.values(seen).some((one) => one !== undefined) ? [at, text, lookForm(seen)] : [at, text])),
    t: title,
    u: branches?.length ? branches : undefined,
    c: stands,
    q: asks,
    d: duel,
  };
}

const lookForm = ({ view, step, file, build }: Looking) => ({ v: view, p: step, f: file, b: build });

/** What the form says → the scene, without keys for what it does not say. */
export function outOfForm({ s, a, n, t, u, c, q, d, ...look }: FirstForm): SharedScene {
  return {
    scenario: s,
    actions: a as readonly Action[],
    ...lookedAt(look),
    ...(n && { notes: n.map(([at, text, seen]): Note => ({ at, text, ...(seen && lookedAt(seen)) })) }),
    ...(t !== undefined && { title: t }),
    ...(u && { branches: u }),
    ...(c !== undefined && { stands: c }),
    ...(q && { asks: q }),
    ...(d && { duel: d as DuelSetup }),
  };
}

type LookForm = Pick<FirstForm, 'v' | 'p' | 'f' | 'b'>;

const lookedAt = ({ v: view, p: step, f: file, b: build }: LookForm): Looking => ({
  ...(view !== undefined && { view }),
  ...(step !== undefined && { step }),
  ...(file !== undefined && { file }),
  ...(build !== undefined && { build }),
});
