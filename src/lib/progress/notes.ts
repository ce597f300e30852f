/** Notes as a multi-value register (Shapiro et al., "A comprehensive study of Convergent and Commutative Replicated Data Types", MV-Register). */
import { canonical, order } from './canonical.ts';
import type { Notes, NoteVersion } from './progress.ts';

/** Stands between two versions that were written at once. */
export const between = '\n\n---\n\n';

/** The notes in one text: what was written at once stands one below the other, oldest first, what another version contains once. */
export function noteText(notes: Notes | undefined): string {
  const texts = [...(notes?.versions ?? [])].sort((a, b) => a.at - b.at || order(a.by, b.by)).map(({ text }) => text);
  return texts.filter((text, at) => text.trim() !== '' && !texts.some((other, there) => there !== at && other.includes(text) && (other !== text || there < at))).join(between);
}

/** Writes over all that `notes` knows. The same text once more changes nothing. */
export function writeNote(notes: Notes | undefined, by: string, now: number, text: string): Notes | undefined {
  if (text === noteText(notes)) return notes;
  const at = Math.max(now, (notes?.seen[by] ?? 0) + 1);
  return { versions: [{ by, at, text }], seen: { ...notes?.seen, [by]: at } };
}

/** Both as one: a version goes only where the other side knew it and has replaced it. Commutative, associative, idempotent. */
export function mergeNotes(a: Notes, b: Notes): Notes {
  const writers = [...new Set([...Object.keys(a.seen), ...Object.keys(b.seen)])].sort(order);
  return {
    versions: [...versionsOf(a, b), ...versionsOf(b, a)].filter(isFirst).sort((x, y) => x.at - y.at || order(x.by, y.by)),
    seen: Object.fromEntries(writers.map((by) => [by, Math.max(a.seen[by] ?? 0, b.seen[by] ?? 0)])),
  };
}

/** The versions of one side that the other has too or has never seen. */
function versionsOf(side: Notes, other: Notes): readonly NoteVersion[] {
  return side.versions.flatMap((version) => {
    const twin = other.versions.find((one) => isSame(one, version));
    if (!twin) return version.at > (other.seen[version.by] ?? 0) ? [version] : [];
    return [canonical(twin) > canonical(version) ? twin : version];
  });
}

const isSame = (a: NoteVersion, b: NoteVersion) => a.by === b.by && a.at === b.at;

const isFirst = (version: NoteVersion, at: number, all: readonly NoteVersion[]) => all.findIndex((one) => isSame(one, version)) === at;
