/** What a page gave, as far as it can be in a context. */
import { pathProblem } from '../path.ts';
import type { ScenarioFile } from '../scenario.ts';

/** Bounds on what is taken: more is left out, in the order in which it was given. */
export const givenLimits = { files: 200, characters: 2_000_000, depth: 32 } as const;

/** By cleaned path, the first of each; what cannot be in a context is left out, and so is what lies below another file. */
export function cleaned(files: readonly { readonly path: string; readonly text: string }[]): ReadonlyMap<string, ScenarioFile> {
  const taken = new Map<string, ScenarioFile>();
  let room: number = givenLimits.characters;
  for (const { path, text } of files.slice(0, givenLimits.files)) {
    const clean = path.trim().replace(/^(?:\.\/+)+/, '').replace(/\/{2,}/g, '/');
    if (taken.has(clean) || pathProblem(clean) !== undefined || clean.split('/').length > givenLimits.depth) continue;
    if (text.length > room || !fits(clean, taken)) continue;
    room -= text.length;
    taken.set(clean, { text });
  }
  return taken;
}

/** Whether a file can stand at a path: nothing above it is a file, and it is not a folder of others. */
export function fits(path: string, files: { readonly has: (path: string) => boolean; readonly keys: () => Iterable<string> }): boolean {
  const names = path.split('/');
  if (names.some((_, at) => at > 0 && files.has(names.slice(0, at).join('/')))) return false;
  for (const other of files.keys()) if (other.startsWith(`${path}/`)) return false;
  return true;
}
