/** The document's place in the browser: localStorage, because a page that goes away can still write to it. May throw wherever storage does. */
import { canonical, isRecord } from './canonical.ts';
import { merge, tidy } from './merge.ts';
import type { Progress } from './progress.ts';
import { readProgress, type Aside } from './read.ts';

export const progressKey = 'layerscope:progress';
export const asideKey = 'layerscope:progress/aside';
/** Where the score of predictions was kept when it was alone. */
export const olderKey = 'layerscope:predictions';

/** Most things that are kept aside: the latest. */
const asideLimit = 20;

export interface Stored {
  readonly progress: Progress;
  /** What was set aside just now. */
  readonly aside: readonly Aside[];
}

/** Reads what is stored. What cannot be read is put aside before anybody writes over it. */
export function load(storage: Storage): Stored {
  const now = readProgress(storage.getItem(progressKey));
  const older = readProgress(storage.getItem(olderKey));
  const aside = [...now.aside, ...older.aside];
  if (aside.length > 0) setAside(storage, aside);
  return { progress: merge(now.progress, { ...older.progress, epoch: now.progress.epoch }), aside };
}

/** Writes, together with what another tab wrote meanwhile; gives both as one. */
export function save(storage: Storage, progress: Progress): Stored {
  const stored = load(storage);
  const merged = merge(progress, stored.progress);
  const text = canonical(merged);
  if (text !== storage.getItem(progressKey)) storage.setItem(progressKey, text);
  storage.removeItem(olderKey);
  return { progress: merged, aside: stored.aside };
}

/** What another tab wrote, merged in; `news` where that tab has not all of it. */
export function hear(progress: Progress, text: string | null): { readonly progress: Progress; readonly news: boolean } {
  const { progress: theirs, aside } = readProgress(text);
  const merged = merge(progress, theirs);
  return { progress: merged, news: aside.length === 0 && canonical(merged) !== canonical(tidy(theirs)) };
}

/** What lies aside, oldest first: for an export by hand. */
export function readAside(storage: Storage): readonly unknown[] {
  const text = storage.getItem(asideKey);
  if (text === null) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? (list as unknown[]) : [text];
  } catch {
    return [text];
  }
}

function setAside(storage: Storage, found: readonly Aside[]): void {
  const all = [...readAside(storage), ...found.map(({ why, value }) => ({ why: why.id, value }))];
  const texts = all.map((one) => canonical(isRecord(one) ? one : { value: one }));
  const kept = all.filter((_, index) => texts.indexOf(texts[index]!) === index).slice(-asideLimit);
  storage.setItem(asideKey, canonical(kept));
}
