import type { ChangeSpec } from '@codemirror/state';
import type { Command } from '@codemirror/view';
import { format } from '#engine/dockerfile/index.ts';
import { lineDiff } from '#engine/source/line-diff.ts';

/** A text and what it shall be → changes of whole lines, so that the cursor stays in lines that stay. */
export function lineChanges(before: string, after: string): readonly ChangeSpec[] {
  const old = before.split('\n');
  const now = after.split('\n');
  const starts = [0];
  for (const line of old) starts.push(starts.at(-1)! + line.length + 1);
  return lineDiff(old, now).map(({ oldFrom, oldTo, newFrom, newTo }) => {
    const lines = now.slice(newFrom, newTo);
    // Lines put in or taken out at the very end bring their line break along from before.
    if (oldTo === old.length && oldTo > oldFrom && lines.length > 0) return { from: starts[oldFrom]!, to: before.length, insert: lines.join('\n') };
    if (oldTo === old.length && lines.length === 0) return { from: Math.max(0, starts[oldFrom]! - 1), to: before.length };
    if (oldFrom === old.length) return { from: before.length, insert: lines.map((line) => `\n${line}`).join('') };
    return { from: starts[oldFrom]!, to: starts[oldTo]!, insert: lines.map((line) => `${line}\n`).join('') };
  });
}

/** Sets a Dockerfile in order as the engine's formatter does. */
export const formatDocument: Command = (view) => {
  const text = view.state.doc.toString();
  const changes = lineChanges(text, format(text));
  if (view.state.readOnly || changes.length === 0) return false;
  view.dispatch({ changes: [...changes], userEvent: 'format' });
  return true;
};
