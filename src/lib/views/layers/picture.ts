import { imageReport } from '#engine/insight/image/image-report.ts';
import { imageChoices, partsOf } from '#engine/workspace/image-choices.ts';
import { currentState } from '#engine/workspace/workspace.ts';
import type { Picture } from '../picture.ts';
import { layersSvg } from './svg.ts';

export const picture: Picture = {
  view: 'layers',
  label: 'layers.tab',
  order: 30,
  draw: ({ id, record, workspace }, { width }) => {
    const found = workspace && imageChoices(currentState(workspace)).find(({ build }) => build === record.number);
    const parts = found && partsOf(found);
    return parts && layersSvg(imageReport(parts).layers, { width, height: 360, id: `${id}-layers` });
  },
};
