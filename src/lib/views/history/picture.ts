import { history } from '#engine/workspace/history.ts';
import { t } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { compacted, itemsOf } from './items.ts';
import { layoutHistory, sizes } from './layout.ts';
import { historySvg } from './svg.ts';

/** Builds from which words go on one line, as in the view. */
const MANY = 40;

export const picture: Picture = {
  view: 'history',
  label: 'history.tab',
  order: 50,
  draw: ({ id, title, workspace }, { width, ...look }) => {
    if (!workspace) return undefined;
    const plain = itemsOf(history(workspace));
    const builds = plain.filter(({ build }) => build !== undefined).length;
    if (builds === 0) return undefined;
    const dense = builds > MANY;
    const items = dense ? compacted(plain) : plain;
    const lanes = layoutHistory(items, { mode: 'lanes', dense, width });
    // Lanes that have no room side by side become lines beside a list, as they do in the view.
    const layout = lanes.width <= Math.max(width, 2 * sizes.lane) ? lanes : layoutHistory(items, { mode: 'list', dense, width });
    return historySvg(layout, { id: `${id}-history`, title, description: t('history.tree', { builds, branches: layout.lanes }), dense, ...look });
  },
};
