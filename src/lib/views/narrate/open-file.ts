/** A narration from a file that somebody chose; a message where it is none. */
import { resolve } from '$app/paths';
import type { Message } from '#engine/source/message.ts';
import { narrationLimits, type Narration } from './narration.ts';
import { readNarration } from './read-narration.ts';
import { handOver } from './store.ts';

export type OpenedFile = { readonly ok: true; readonly narration: Narration } | { readonly ok: false; readonly problem: Message };

export async function narrationIn(file: File): Promise<OpenedFile> {
  if (file.size > narrationLimits.file) return { ok: false, problem: { id: 'narrate.too-large', values: { most: { bytes: narrationLimits.file, decimals: 0 } } } };
  const read = readNarration(await file.text());
  if (!read.ok) return { ok: false, problem: { id: 'narrate.not-one', values: { problem: read.problem } } };
  if (read.narration.stops.length === 0) return { ok: false, problem: { id: 'narrate.empty-file' } };
  return read;
}

/** Opens the page of the narration's scene, which shows it; false where there is no such scene here. */
export async function openElsewhere(narration: Narration): Promise<boolean> {
  try {
    const page = resolve('/e/[scenario]', { scenario: narration.scenario });
    if (!(await fetch(page, { method: 'HEAD' })).ok) return false;
    await handOver(narration);
    location.assign(`${page}?narration`);
    return true;
  } catch {
    return false;
  }
}
