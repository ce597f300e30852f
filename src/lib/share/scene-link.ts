/**
 * A whole scene in the fragment of a link: `#ls1.` and base64url of deflated canonical JSON. The number is the format's version and
 * says how the rest is read; formats of earlier versions are read for ever. Nothing in a link is run: its actions are those that a
 * person can do in the workbench, checked against the same schema as saved work.
 */
import * as v from 'valibot';
import { action } from '#lib/state/kept-action.ts';
import type { Action } from '#engine/workspace/action.ts';
import { canonicalJson } from './canonical.ts';
import { firstForm, inForm, most, outOfForm } from './form.ts';
import { pack, unpack } from './packed.ts';
import { wholeItems } from './whole-items.ts';
import type { SharedScene } from './scene.ts';

export { sharedActions, sharedLog, type SharedScene } from './scene.ts';

/** Why a link cannot be opened, as a message of the catalogue `share.*`. */
export type LinkProblem = 'no-link' | 'newer' | 'too-long' | 'broken' | 'not-a-scene';

export type ReadLink =
  | { readonly ok: true; readonly scene: SharedScene }
  | {
      readonly ok: false;
      readonly problem: LinkProblem;
      /** Where in the scene. */
      readonly place?: string;
      /** Of a link whose end is missing: the actions that are there whole. What they start from is not among it: only the page knows. */
      readonly saved?: readonly Action[];
    };

/** The form that links are written in. */
const prefix = 'ls1.';

/** A scene → what stands behind `#`. The same scene is always the same text. */
export function writeLink(scene: SharedScene): string {
  return prefix + pack(canonicalJson(inForm(scene)));
}

/** What stands behind `#`, with or without it → the scene, or why it is none. Never throws, whatever it is given. */
export function readLink(fragment: string): ReadLink {
  const text = fragment.replace(/^#/, '');
  const version = /^ls(\d{1,6})\./.exec(text)?.[1];
  if (version === undefined) return { ok: false, problem: 'no-link' };
  if (version !== '1') return { ok: false, problem: 'newer' };
  const unpacked = unpack(text.slice(prefix.length));
  if (!unpacked.ok) {
    const saved = unpacked.reason === 'broken' && unpacked.begun !== undefined ? savedActions(unpacked.begun) : [];
    return { ok: false, problem: unpacked.reason, ...(saved.length > 0 && { saved }) };
  }
  const value = parsedJson(unpacked.text);
  // Letters can end where the deflated text could end as well.
  const saved = value === undefined ? savedActions(unpacked.text) : [];
  if (saved.length > 0) return { ok: false, problem: 'broken', saved };
  const parsed = v.safeParse(firstForm, value);
  if (parsed.success) return { ok: true, scene: outOfForm(parsed.output) };
  const place = v.getDotPath(parsed.issues[0]);
  return { ok: false, problem: 'not-a-scene', ...(place !== null && { place }) };
}

/** The actions of a scene whose text ends somewhere: they come first in it, because its keys are sorted. */
function savedActions(begun: string): readonly Action[] {
  const actions: Action[] = [];
  for (const item of wholeItems(begun, '{"a":[', most.actions)) {
    const parsed = v.safeParse(action, parsedJson(item));
    if (!parsed.success) break;
    actions.push(parsed.output as Action);
  }
  return actions;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
