import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineChanges } from './format-document.ts';

const changed = (before: string, after: string) => EditorState.create({ doc: before }).update({ changes: [...lineChanges(before, after)] }).state;

describe('a text set in order', () => {
  it('comes out as asked, for any two texts', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(changed(before, after).doc.toString()).toBe(after);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('leaves the cursor in a line that stays', () => {
    const before = 'from a\nRUN b\ncopy . .';
    const state = EditorState.create({ doc: before, selection: { anchor: 9 } });
    const next = state.update({ changes: [...lineChanges(before, 'FROM alpine\nRUN b\nCOPY . .')] }).state;
    expect(next.doc.lineAt(next.selection.main.head).text).toBe('RUN b');
    expect(next.sliceDoc(next.selection.main.head, next.selection.main.head + 3)).toBe('N b');
  });
});
