/** What a presenter notes to each stop of a talk: kept in this browser, under the scene's name. */
import * as v from 'valibot';

const Notes = v.record(v.string(), v.pipe(v.string(), v.maxLength(20_000)));

export type TalkNotes = Readonly<v.InferOutput<typeof Notes>>;

const keyOf = (scene: string) => `layerscope:notes:${scene}`;

/** The notes of a scene's talk by the ids of its stops; what cannot be read counts as none. */
export function readNotes(scene: string): TalkNotes {
  try {
    const read = v.safeParse(Notes, JSON.parse(localStorage.getItem(keyOf(scene)) ?? '{}'));
    return read.success ? read.output : {};
  } catch {
    return {};
  }
}

export function keepNotes(scene: string, notes: TalkNotes): void {
  const written = Object.fromEntries(Object.entries(notes).filter(([, text]) => text !== ''));
  try {
    if (Object.keys(written).length === 0) localStorage.removeItem(keyOf(scene));
    else localStorage.setItem(keyOf(scene), JSON.stringify(written));
  } catch {
    // A browser that keeps nothing still has them until the tab closes.
  }
}
