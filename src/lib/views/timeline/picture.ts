import type { Picture } from '../picture.ts';
import { timelineOf } from './layout.ts';
import { timelineSvg } from './svg.ts';

export const picture: Picture = {
  view: 'timeline',
  label: 'timeline.tab',
  order: 20,
  draw: ({ id, title, record }, { width, ...look }) => timelineSvg(timelineOf(record), { title, width, ...look, id: `${id}-timeline` }),
};
