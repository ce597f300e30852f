import { describe } from '#engine/workspace/describe.ts';
import { radius } from '#engine/workspace/radius.ts';
import { stepsByName } from '#engine/insight/radius-matrix.ts';
import { t } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { filesSvg } from './svg.ts';
import { fileTrees, treeRows } from './tree.ts';

/** Above so many files folders are shut, as in the view. */
const MANY = 80;

export const picture: Picture = {
  view: 'files',
  label: 'page.files',
  order: 22,
  draw: ({ id, title, record, files, workspace }, options) => {
    if (!workspace || files.length === 0) return undefined;
    const matrix = radius(workspace);
    const hits = stepsByName(matrix, 'files');
    const { removed, sentBytes } = describe(workspace);
    const trees = fileTrees(files, removed);
    const shut = () => files.length > MANY;
    // What the files would rebuild is told of the next build: a picture of an earlier one has only the files.
    const steps = matrix.steps.length === record.steps.length ? record.steps.map((step) => step.id) : [];
    return filesSvg(
      { sent: treeRows(trees.sent, shut), kept: treeRows(trees.kept, () => true), steps, hits, ignoreFile: files.find((file) => file.ignored)?.ignored?.file ?? '.dockerignore' },
      { ...options, width: Math.min(options.width, 640), id: `${id}-files`, title, description: t('files.sent-total', { n: files.filter((file) => file.type === 'file' && !file.ignored).length, size: { bytes: sentBytes } }) },
    );
  },
};
