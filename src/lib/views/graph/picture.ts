import type { Picture } from '../picture.ts';
import { describeGraph } from './describe.ts';
import { layoutGraph } from './layout.ts';
import { graphSvg } from './svg.ts';

export const picture: Picture = {
  view: 'graph',
  label: 'page.graph',
  order: 10,
  draw: ({ id, title, record, files, edited }, { width, ...look }) => graphSvg(layoutGraph({ record, files, edited, width }), { ...look, title, description: describeGraph(record), predicted: record.predicted, id: `${id}-graph` }),
};
