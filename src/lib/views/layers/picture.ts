import { imageReport } from '#engine/insight/image/image-report.ts';
import { imageChoices, partsOf } from '#engine/workspace/image-choices.ts';
import { currentState } from '#engine/workspace/workspace.ts';
import { text } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { layersSvg } from './svg.ts';

export const picture: Picture = {
  view: 'layers',
  label: 'layers.tab',
  order: 30,
  draw: ({ id, title, record, workspace }, { width, ...look }) => {
    const found = workspace && imageChoices(currentState(workspace)).find(({ build }) => build === record.number);
    const parts = found && partsOf(found);
    if (!parts) return undefined;
    const { layers, sentence } = imageReport(parts);
    return layersSvg(layers, { id: `${id}-layers`, title, description: text(sentence), width, height: 360, ...look });
  },
};
