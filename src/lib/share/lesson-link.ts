/** A bench of a lesson that came in the address of its page: `/learn/<lesson>/#ls1.…`. */
import { linkName } from './link-name.ts';
import { isLink } from './is-link.ts';
import { readLink, sharedLog, type LinkProblem } from './scene-link.ts';
import type { Log } from '#engine/workspace/log.ts';
import type { Looking } from './scene.ts';

export type LessonLink =
  /** Another page’s. */
  | { readonly kind: 'elsewhere'; readonly scenario: string }
  | { readonly kind: 'problem'; readonly problem: LinkProblem }
  | { readonly kind: 'bench'; readonly slug: string; readonly name: string; readonly log: Log; readonly looking: Looking };

/** Undefined where the fragment is no link. `exercises`: those that the lesson has. */
export function lessonLink(fragment: string, lesson: string, exercises: readonly string[]): LessonLink | undefined {
  if (!isLink(fragment)) return undefined;
  const read = readLink(fragment);
  if (!read.ok) return { kind: 'problem', problem: read.problem };
  const { scenario, view, step, file, build } = read.scene;
  if (scenario !== `learn/${lesson}` && !scenario.startsWith(`learn/${lesson}/`)) return { kind: 'elsewhere', scenario };
  const exercise = scenario.split('/')[2];
  if (exercise !== undefined && !exercises.includes(exercise)) return { kind: 'problem', problem: 'not-a-scene' };
  return { kind: 'bench', slug: scenario, name: linkName(fragment), log: sharedLog(read.scene), looking: { ...(view !== undefined && { view }), ...(step !== undefined && { step }), ...(file !== undefined && { file }), ...(build !== undefined && { build }) } };
}
