import { radius } from '#engine/workspace/radius.ts';
import { t, text } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { columnsOf } from './columns.ts';
import { sameImage } from './edits.ts';
import { rowsOf } from './rows.ts';
import { radiusSvg } from './svg.ts';
import { rowSentence } from './words.ts';

/** More files than this are folded where they behave alike. */
const MANY = 20;
/** Rows whose sentences make the description. */
const TOLD = 12;

export const picture: Picture = {
  view: 'radius',
  label: 'radius.tab',
  order: 25,
  draw: ({ id, title, record, files, edited, workspace }, { width, ...look }) => {
    const matrix = workspace && radius(workspace);
    if (!matrix || matrix.steps.length !== record.steps.length) return undefined;
    const fold = files.filter((file) => file.type === 'file' && !file.ignored).length > MANY;
    const rows = rowsOf({ matrix, files, edits: new Map(), edited, sort: 'path', descending: false, filter: 'all', fold, opened: new Set() });
    const told = rows.slice(0, TOLD).map((row) => text(rowSentence(row, sameImage(row.radius, record))));
    return radiusSvg(columnsOf(record), rows, { id: `${id}-radius`, title, description: told.join(' '), caption: t('picture.radius-of', { files: files.filter(({ type }) => type === 'file').length, steps: matrix.steps.length }), width, ...look });
  },
};
