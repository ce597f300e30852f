/**
 * Attributes of the element → what it shows, and sentences about those that make no sense, for who writes the page: in English, as any
 * API's. How it is presented is read with the words of the frame. Pure; nothing here throws.
 */
import { presentationFlags, presentationNames, readPresentation } from '../read-presentation.ts';
import type { Presentation, Source, SourceFile } from '../vocabulary.ts';

/** What stands at a name; null where it is not written. */
export type Ask = (name: string) => string | null;

/** Names that say what is shown. */
export const sourceNames = ['src', 'state', 'scene', 'lesson', 'dockerfile-from'] as const;

export interface Read {
  readonly source?: Source;
  readonly presentation: Presentation;
  /** A sentence for each value that was taken for not written. */
  readonly wrong: readonly string[];
}

/** Characters of a name. */
const longest = 100;
const name = /^[a-z0-9][a-z0-9-]*$/;

/**
 * A link comes first, then the files that the page holds (laid over `scene`, where one is named), then the scene, then the lesson. Of an
 * address only its fragment counts, or the scene or lesson that its path names: nothing is asked of it.
 */
export function readAttributes(ask: Ask, files: readonly SourceFile[] = []): Read {
  const wrong: string[] = [];
  const refuse = (name: string, value: string, why: string): void => void wrong.push(`${name}="${value.slice(0, 80)}" ${why}`);
  const presentation = readPresentation(ask);
  for (const each of presentationNames) {
    const value = ask(each)?.trim();
    if (value && !presentationFlags.includes(each) && !isTaken(value, presentation[each])) refuse(each, value, 'makes no sense here and counts as not written.');
  }
  const named = (attribute: string): string | undefined => {
    const value = ask(attribute)?.trim();
    if (!value || isName(value)) return value || undefined;
    refuse(attribute, value, 'is no name.');
    return undefined;
  };

  function source(): Source | undefined {
    const state = ask('state')?.trim();
    if (state) return { kind: 'link', link: state.slice(state.indexOf('#') + 1) };
    const src = ask('src')?.trim();
    const found = src ? fromAddress(src) : undefined;
    if (found) return found;
    if (src) refuse('src', src, 'is no address of a scene.');
    const scene = named('scene');
    if (files.length > 0) return { kind: 'files', files, ...(scene !== undefined && { scene }) };
    if (scene !== undefined) return { kind: 'scene', scene };
    const lesson = named('lesson');
    return lesson === undefined ? undefined : { kind: 'lesson', lesson };
  }

  const shown = source();
  return { ...(shown && { source: shown }), presentation, wrong };
}

/** Whether a text that was written is what was read. */
function isTaken(written: string, read: Presentation[keyof Presentation]): boolean {
  if (read === undefined) return false;
  // A height may have been brought within its bounds, a promise was read word by word: both are there or not.
  return typeof read !== 'string' || read.trim().toLowerCase() === written.toLowerCase();
}

function fromAddress(src: string): Source | undefined {
  const at = src.indexOf('#');
  const [address, link] = at < 0 ? [src, ''] : [src.slice(0, at), src.slice(at + 1)];
  if (/^ls\d/.test(link)) return { kind: 'link', link };
  const [, kind, called] = /\/(e|l|learn)\/([^/?]+)\/?(?:\?|$)/.exec(address) ?? [];
  if (called === undefined || !isName(called)) return undefined;
  return kind === 'e' ? { kind: 'scene', scene: called } : { kind: 'lesson', lesson: called };
}

const isName = (value: string): boolean => value.length <= longest && name.test(value);
