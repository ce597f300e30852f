import type { BuildRecord } from '#engine/solver/record.ts';
import { t } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { layoutGraph } from './layout.ts';
import { sentenceOf } from './lettering.ts';
import { countsOf } from './strata.ts';
import { graphSvg } from './svg.ts';

/** What came of the steps, and how many there are. */
const describe = (record: BuildRecord): string => `${sentenceOf(record, countsOf(record))} ${t('gallery.picture-of', { stages: record.stages.length, steps: record.steps.length })}`;

export const picture: Picture = {
  view: 'graph',
  label: 'page.graph',
  order: 10,
  draw: ({ id, title, record, files, edited }, { width, ...look }) =>
    graphSvg(layoutGraph({ record, files, edited, width }), {
      ...look,
      title,
      description: describe(record),
      predicted: record.predicted,
      id: `${id}-graph`,
    }),
};
