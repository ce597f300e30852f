/** The scene of one lesson, read from its folder when it is asked for: the rest of the lesson stays where it is. */
import type { Scenario } from '#engine/workspace/scenario.ts';
import { fitted } from '#lib/lessons/read/fitted.ts';
import { Problems } from '#lib/lessons/read/problems.ts';
import { scenario } from '#lib/lessons/read/scene.ts';
import { readYaml } from '#lib/lessons/read/yaml-source.ts';
import { scene as sceneSchema } from '#lib/lessons/schema/scene.ts';

const scenes = import.meta.glob<string>('../lessons/*/scene.yaml', { query: '?raw', import: 'default' });

/** Undefined where there is no lesson of that name. */
export async function lessonScene(lesson: string): Promise<Scenario | undefined> {
  const text = await scenes[`../lessons/${lesson}/scene.yaml`]?.();
  const source = text === undefined ? undefined : readYaml('scene.yaml', text, new Problems());
  const read = source && fitted(sceneSchema, source);
  return read && scenario(read, [], source, { slug: `learn/${lesson}`, title: lesson, about: '' });
}
