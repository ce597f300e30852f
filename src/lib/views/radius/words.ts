/** The words of the blast radius: a cell's, and the sentence about a row. */
import type { Reach } from '#engine/insight/radius.ts';
import type { Message } from '#engine/source/message.ts';
import { t } from '#messages/index.ts';
import type { RadiusRow } from './rows.ts';

export function reachWord(reach: Reach | undefined): string {
  switch (reach) {
    case 'reads':
      return t('radius.reads');
    case 'follows':
      return t('radius.follows');
    case 'stops':
      return t('radius.stops');
    case 'untouched':
      return t('radius.untouched');
    case undefined:
      return t('radius.unknown');
  }
}

/** What an edit of a row's file does, in one sentence. `same`: the image stays as it is. */
export function rowSentence(row: RadiusRow, same: boolean): Message {
  const name = row.kind === 'argument' ? row.name : row.path;
  if (row.ignored) return { id: 'radius.kept-out', values: { name: row.name, file: row.ignored.file, line: row.ignored.line, pattern: row.ignored.pattern } };
  if (!row.radius) return { id: 'radius.not-tried', values: { name } };
  const values = { name, n: row.steps };
  if (row.kind === 'argument') return { id: 'radius.other-value', values: { ...values, time: { milliseconds: row.cost ?? 0 } } };
  if (row.steps === 0) return { id: 'radius.each-edit-free', values: { name } };
  if (row.cost === undefined) return { id: 'radius.each-edit-stops', values };
  return { id: same ? 'radius.each-edit-same' : 'radius.each-edit', values: { ...values, time: { milliseconds: row.cost } } };
}
