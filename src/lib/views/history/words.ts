/** Items of a history in words: what stands beside the core, and the whole sentence for those who do not see it. */
import type { HistoryBuild, HistoryEntry } from '#engine/workspace/history.ts';
import { figure, t, text } from '#messages/index.ts';
import type { Item } from './items.ts';
import { countsIn } from './outcome.ts';

/** Actions that change one file. */
const edits: ReadonlySet<string> = new Set(['write', 'mkdir', 'symlink', 'delete', 'rename', 'chmod', 'touch']);

/** Where nothing was built: `edit main.go`, `3 edits`. */
export function tickWords({ entries }: Pick<Item, 'entries'>): string {
  const says = entries.flatMap(({ action }) => (action ? [action] : []));
  if (says.length === 0) return t('history.start');
  if (says.length === 1) return text(says[0]!.says);
  return says.every(({ type }) => edits.has(type)) ? t('history.edits', { n: says.length }) : t('history.actions', { n: says.length });
}

export const itemTitle = (item: Item): string => (item.build ? t('history.build', { name: item.build.name }) : tickWords(item));

/** In a few words: `2 of 8 rebuilt`, `all cached`, `failed`. */
export function shortOutcome({ ok, states }: HistoryBuild): string {
  if (!ok) return t('history.failed-short');
  const needed = states.filter((state) => state !== 'not-needed');
  const ran = needed.filter((state) => state === 'rebuilt').length;
  return ran === 0 ? t('history.none-ran') : t('history.some-rebuilt', { n: ran, all: needed.length });
}

/** `Build 3b: 6 cached, 2 rebuilt, 7.6 s, image of 23.1 MB. You are here.` */
export function itemSentence(item: Item, begins: boolean, marked: boolean): string {
  let what = item.build ? buildSentence(item.build) : tickWords(item);
  if (begins) what = t('history.on-branch', { what });
  if (item.here) what = t('history.here-after', { what });
  return marked ? t('history.marked-after', { what }) : what;
}

function buildSentence({ name, states, duration, size }: HistoryBuild): string {
  const what = t('history.build-is', { name, what: countsIn(states) });
  const time = { milliseconds: duration };
  return size === undefined ? t('history.item', { what, time }) : t('history.item-size', { what, time, size: { bytes: size } });
}

/** What an action was, as a heading says it. */
export const entryWords = ({ action }: HistoryEntry): string => (action ? text(action.says) : t('history.start'));

/** How much longer the second took, milliseconds, as far as figures show it: to a tenth of a second. */
export const slowdown = (before: number, after: number): number => Math.round(after / 100) * 100 - Math.round(before / 100) * 100;

/** A difference of two figures with its sign; nothing where there is none. */
export function change(value: number, kind: 'milliseconds' | 'bytes'): string {
  if (value === 0) return '';
  return kind === 'bytes' ? figure({ bytesChange: value }) : `${value < 0 ? '−' : '+'}${figure({ milliseconds: Math.abs(value) })}`;
}

