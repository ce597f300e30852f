/** Reads and proves a lesson away from the page, so that no folder can freeze it; ending the worker is the way to stop it. */
import '#messages/rest.ts';
import { execute } from '#engine/docker/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { withParts } from '#engine/source/part.ts';
import { lessonPage } from '#lib/learn/data/load.ts';
import type { LessonPageData } from '#lib/learn/data/page-data.ts';
import { lessonCard } from '../lesson-card.ts';
import type { Lesson, LessonProblem } from '../lesson.ts';
import { proofsOf, type LessonFault } from '../prove.ts';
import { readLesson } from '../read/read-lesson.ts';
import type { LessonFolder } from './lesson-folder.ts';

/** What is to be proved, and what came of it once it was tried. */
export interface Trial {
  readonly part: string;
  readonly title: string;
  readonly faults?: readonly LessonFault[];
}

/** What the worker says, in this order: what is wrong, or the page and the trials, each when it is done. */
export type Said =
  | { readonly kind: 'problems'; readonly problems: readonly LessonProblem[] }
  | { readonly kind: 'read'; readonly page: LessonPageData | undefined; readonly trials: readonly Trial[] }
  | { readonly kind: 'tried'; readonly at: number; readonly faults: readonly LessonFault[] }
  | { readonly kind: 'done' };

const say = (said: Said) => self.postMessage(said);

self.addEventListener('message', ({ data }: MessageEvent<LessonFolder>) => void prove(data));

async function prove(data: LessonFolder): Promise<void> {
  const read = readLesson(data.slug, data.files);
  if (!read.ok) return say({ kind: 'problems', problems: read.problems });
  const proofs = proofsOf(read.lesson, { resolve: resolveImage, execute });
  say({ kind: 'read', page: await pageOf(read.lesson), trials: proofs.map(({ part, title }) => ({ part, title })) });
  for (const [at, { part, run }] of proofs.entries()) say({ kind: 'tried', at, faults: await tried(part, run) });
  say({ kind: 'done' });
}

/** The page under a name of its own, so that nothing of it is kept as somebody's progress. A scene that cannot be shown is told by its proofs. */
async function pageOf(lesson: Lesson): Promise<LessonPageData | undefined> {
  try {
    const draft = { ...lesson, slug: `draft-${lesson.slug}` };
    return await withParts(() => lessonPage(draft, [lessonCard(draft)]));
  } catch {
    return undefined;
  }
}

/** A proof that breaks is a fault of the lesson's that nobody foresaw. */
async function tried(part: string, run: () => readonly LessonFault[]): Promise<readonly LessonFault[]> {
  try {
    return await withParts(run);
  } catch (error) {
    return [{ part, message: error instanceof Error ? error.message : String(error) }];
  }
}
