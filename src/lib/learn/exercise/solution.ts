/** A solution beside what the reader has: lines that differ, and how it is put on the bench. */
import { isBuild } from '#engine/exercise/world-edit.ts';
import type { Answer } from '#engine/exercise/exercise.ts';
import { lineDiff } from '#engine/source/line-diff.ts';
import type { Action } from '#engine/workspace/action.ts';

export interface SolutionLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** From the one text to the other, line by line; a text that is absent has no lines. */
export function solutionLines(now: string | undefined, wanted: string | undefined): readonly SolutionLine[] {
  const [before, after] = [linesOf(now), linesOf(wanted)];
  const lines: SolutionLine[] = [];
  let at = 0;
  for (const { oldFrom, oldTo, newFrom, newTo } of lineDiff(before, after)) {
    lines.push(...before.slice(at, oldFrom).map((text) => ({ kind: 'same' as const, text })));
    lines.push(...before.slice(oldFrom, oldTo).map((text) => ({ kind: 'removed' as const, text })));
    lines.push(...after.slice(newFrom, newTo).map((text) => ({ kind: 'added' as const, text })));
    at = oldTo;
  }
  return [...lines, ...before.slice(at).map((text) => ({ kind: 'same' as const, text }))];
}

function linesOf(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

/** What puts it on the bench, over the start; a build where none of its lines is one. */
export function solutionActions({ files = {}, options, commands = [] }: Answer, begins: Action & { type: 'options' }): readonly Action[] {
  const written = Object.entries(files).flatMap(([path, file]): Action[] => {
    if (file === null) return [{ type: 'delete', path }];
    if (file.target !== undefined) return [{ type: 'symlink', path, target: file.target }];
    return [{ type: 'write', path, text: file.text ?? '' }, ...(file.mode === undefined ? [] : [{ type: 'chmod' as const, path, mode: file.mode }])];
  });
  const asked: Action[] = options ? [{ type: 'options', options: { ...begins.options, ...options } }] : [];
  const typed = commands.map((line): Action => ({ type: 'command', line }));
  return [...written, ...asked, ...typed, ...(commands.some((command) => isBuild({ command })) ? [] : [{ type: 'build' as const }])];
}
