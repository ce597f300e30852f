import { registryScene } from '#engine/workspace/registry-scene.ts';
import { currentState } from '#engine/workspace/workspace.ts';
import { t, text } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { layoutRegistry } from './layout.ts';
import { registrySvg } from './svg.ts';

export const picture: Picture = {
  view: 'registry',
  label: 'registry.tab',
  order: 70,
  draw: ({ id, title, workspace }, { width, ...look }) => {
    const scene = workspace && registryScene(currentState(workspace));
    if (!scene) return undefined;
    const description = scene.last ? text(scene.last.sentence) : t('registry.keeps', { name: scene.shelf.repository, n: scene.shelf.rows.length });
    return registrySvg(scene, layoutRegistry(scene), { id: `${id}-registry`, title, description, width, ...look });
  },
};
