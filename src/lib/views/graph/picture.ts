import { t } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { layoutGraph } from './layout.ts';
import { graphSvg } from './svg.ts';

export const picture: Picture = {
  view: 'graph',
  label: 'page.graph',
  order: 10,
  draw: ({ id, title, record, files, edited }, { width, theme, styles }) =>
    graphSvg(layoutGraph({ record, files, edited, width }), {
      title,
      description: t('gallery.picture-of', { stages: record.stages.length, steps: record.steps.length }),
      predicted: record.predicted,
      theme,
      ...(styles && { styles }),
      id: `${id}-graph`,
    }),
};
