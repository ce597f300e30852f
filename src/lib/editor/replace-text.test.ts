import { EditorState, Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceText } from './replace-text.ts';

describe('a text replaced from outside', () => {
  it('changes only what differs', () => {
    expect(replaceText(Text.of(['COPY . .', 'RUN make']), 'COPY a .\nRUN make')).toEqual({ from: 5, to: 6, insert: 'a' });
    expect(replaceText(Text.of(['same']), 'same')).toBeUndefined();
  });

  it('keeps the cursor behind what changed at its word', () => {
    const state = EditorState.create({ doc: 'FROM a\nRUN b', selection: { anchor: 11 } });
    const next = state.update({ changes: replaceText(state.doc, 'FROM alpine\nRUN b')! }).state;
    expect(next.sliceDoc(next.selection.main.head)).toBe('b');
  });

  it('gives the new text for any two texts, and never cuts a character in two', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁', '🙀') });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const state = EditorState.create({ doc: before });
        const change = replaceText(state.doc, after) as { from: number; to: number; insert: string } | undefined;
        const next = change ? state.update({ changes: change }).state.doc.toString() : before;
        expect(next).toBe(after);
        expect(change?.insert.isWellFormed() ?? true).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
