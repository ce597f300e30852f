/**
 * A whole scene in the fragment of a link: `#ls1.` and base64url of deflated canonical JSON. The number is the format's version and
 * says how the rest is read; formats of earlier versions are read for ever. Nothing in a link is run: its actions are those that a
 * person can do in the workbench, checked against the same schema as saved work.
 */
import * as v from 'valibot';
import { action } from '#lib/state/kept-action.ts';
import { path } from '#lib/state/kept-options.ts';
import type { Action } from '#engine/workspace/action.ts';
import { actionsOf, type Log } from '#engine/workspace/log.ts';
import { canonicalJson } from './canonical.ts';
import { pack, unpack } from './packed.ts';

export interface SharedScene {
  /** Slug of the scenario that it starts from; what was brought in over it is among the actions. */
  readonly scenario: string;
  readonly actions: readonly Action[];
  /** What is looked at: a view, a step, the file beside the Dockerfile, a build of the history. */
  readonly view?: string;
  readonly step?: string;
  readonly file?: string;
  readonly build?: number;
  /** What somebody says to it, one text for some of the actions: `at` counts the actions that have happened. */
  readonly notes?: readonly { readonly at: number; readonly text: string }[];
}

/** Why a link cannot be opened, as a message of the catalogue `share.*`. */
export type LinkProblem = 'no-link' | 'newer' | 'too-long' | 'broken' | 'not-a-scene';

export type ReadLink = { readonly ok: true; readonly scene: SharedScene } | { readonly ok: false; readonly problem: LinkProblem; /** Where in the scene. */ readonly place?: string };

/** The form that links are written in. */
const prefix = 'ls1.';

const short = v.pipe(v.string(), v.maxLength(200));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Keys are one letter each: a link is read by machines. */
const firstForm = v.object({
  s: v.pipe(short, v.regex(/^[a-z0-9][a-z0-9/-]*$/)),
  a: v.pipe(v.array(action), v.maxLength(20_000)),
  v: v.optional(short),
  p: v.optional(short),
  f: v.optional(path),
  b: v.optional(count),
  n: v.optional(v.pipe(v.array(v.tuple([count, v.pipe(v.string(), v.maxLength(4_000))])), v.maxLength(2_000))),
});

/** A scene → what stands behind `#`. The same scene is always the same text. */
export function writeLink({ scenario, actions, view, step, file, build, notes }: SharedScene): string {
  return prefix + pack(canonicalJson({ s: scenario, a: actions, v: view, p: step, f: file, b: build, n: notes?.map(({ at, text }) => [at, text]) }));
}

/** What stands behind `#`, with or without it → the scene, or why it is none. Never throws, whatever it is given. */
export function readLink(fragment: string): ReadLink {
  const text = fragment.replace(/^#/, '');
  const version = /^ls(\d{1,6})\./.exec(text)?.[1];
  if (version === undefined) return { ok: false, problem: 'no-link' };
  if (version !== '1') return { ok: false, problem: 'newer' };
  const unpacked = unpack(text.slice(prefix.length));
  if (!unpacked.ok) return { ok: false, problem: unpacked.reason };
  const parsed = v.safeParse(firstForm, parsedJson(unpacked.text));
  if (!parsed.success) {
    const place = v.getDotPath(parsed.issues[0]);
    return { ok: false, problem: 'not-a-scene', ...(place !== null && { place }) };
  }
  const { s, a, v: view, p: step, f: file, b: build, n } = parsed.output;
  return {
    ok: true,
    scene: {
      scenario: s,
      actions: a as readonly Action[],
      ...(view !== undefined && { view }),
      ...(step !== undefined && { step }),
      ...(file !== undefined && { file }),
      ...(build !== undefined && { build }),
      ...(n && { notes: n.map(([at, words]) => ({ at, text: words })) }),
    },
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What a log leads to, as the actions on the way there: branches that were left are not told. */
export function sharedActions(log: Log): readonly Action[] {
  return actionsOf(log);
}

/** The log that a shared scene begins with: a node for each action, so that the notes count the same. */
export function sharedLog({ scenario, actions }: SharedScene): Log {
  const last = actions.length - 1;
  return { scenario, nodes: actions.map((action, id) => ({ action, parent: id - 1 })), at: last, tip: last };
}
