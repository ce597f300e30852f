/** Narrations in this browser: one of each scene that is being worked on, and one that was received and waits to be shown. */
import { createStore, del, get, set } from 'idb-keyval';
import type { Narration } from './narration.ts';
import { checkNarration, type ReadNarration } from './read-narration.ts';

let opened: ReturnType<typeof createStore> | undefined;
const use = () => (opened ??= createStore('layerscope-narrations', 'narrations'));

const draft = (scene: string) => `draft/${scene}`;
const received = 'received';

/** The one of a scene; undefined where there is none. A browser that keeps nothing has none. */
export async function draftOf(scene: string): Promise<ReadNarration | undefined> {
  const value: unknown = await get(draft(scene), use()).catch(() => undefined);
  return value === undefined ? undefined : checkNarration(value);
}

/** False where the browser does not keep it. */
export async function keepDraft(narration: Narration): Promise<boolean> {
  try {
    if (narration.stops.length === 0) await del(draft(narration.scenario), use());
    else await set(draft(narration.scenario), narration, use());
    return true;
  } catch {
    return false;
  }
}

/** Sets what could not be read aside, so that it is not written over. */
export async function setAside(scene: string): Promise<void> {
  const value: unknown = await get(draft(scene), use());
  await set(`aside/${scene}`, value, use());
  await del(draft(scene), use());
}

/** Hands a narration to the page of its scene, which is opened next. */
export const handOver = (narration: Narration): Promise<void> => set(received, narration, use());

/** Takes what was handed over; it is shown once. */
export async function takeOver(): Promise<Narration | undefined> {
  const value: unknown = await get(received, use()).catch(() => undefined);
  await del(received, use()).catch(() => undefined);
  const read = value === undefined ? undefined : checkNarration(value);
  return read?.ok ? read.narration : undefined;
}
