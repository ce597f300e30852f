/** What there is a preview of, and what it shows: the scenes, the lessons, the site. */
import { afterEdit } from '#lib/learn/data/after-edit.ts';
import { t } from '#messages/index.ts';
import { sceneData } from '#lib/workbench/scene-data.ts';
import { defaultScenario, loadScenario } from '#scenarios/index.ts';
import { lessonCards, loadLesson } from '../../lessons/index.ts';
import type { Preview } from './compose.ts';

export async function scenePreview(slug: string): Promise<Preview | undefined> {
  const scenario = await loadScenario(slug);
  return scenario && { kind: t('share.preview-scene'), title: scenario.title, says: scenario.about, graph: sceneData(scenario).first.picture };
}

export async function lessonPreview(slug: string): Promise<Preview | undefined> {
  const lesson = await loadLesson(slug);
  if (!lesson) return undefined;
  const at = lessonCards.findIndex((card) => card.slug === slug);
  return { kind: t('share.preview-lesson', { n: at + 1, of: lessonCards.length, minutes: lesson.minutes }), title: lesson.title, says: lesson.summary, graph: afterEdit(lesson)?.picture ?? sceneData(lesson.scene).first.picture };
}

export function sitePreview(): Preview {
  return { kind: t('share.preview-site'), title: t('page.promise'), says: t('share.preview-says'), graph: sceneData(defaultScenario).first.picture };
}
