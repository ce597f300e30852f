import { ensureSyntaxTree, getIndentation } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { insertNewlineAndIndent, toggleComment } from '@codemirror/commands';
import { describe, expect, it } from 'vitest';
import { foldAt } from './folding.ts';
import { dockerfile } from './index.ts';

function stateOf(doc: string, position = 0): EditorState {
  const state = EditorState.create({ doc, selection: { anchor: position }, extensions: dockerfile() });
  ensureSyntaxTree(state, doc.length, 5000);
  return state;
}

/** `first line…last line` of each fold, 1-based. */
function folds(doc: string): readonly string[] {
  const state = stateOf(doc);
  return Array.from({ length: state.doc.lines }, (_, i) => state.doc.line(i + 1)).flatMap((line) => {
    const fold = foldAt(state, line.from, line.to);
    return fold ? [`${line.number}…${state.doc.lineAt(fold.to).number}`] : [];
  });
}

describe('folding', () => {
  it('folds a stage to its FROM line', () => {
    expect(folds('ARG A\nFROM a AS b\nRUN x\nCOPY . .\n\nFROM c\nRUN y\n')).toEqual(['2…4', '6…7']);
  });

  it('folds an inline file and leaves the line that ends it', () => {
    expect(folds('FROM a\nRUN <<EOF\nx\ny\nEOF\nUSER b')).toEqual(['1…6', '2…4']);
  });

  it('folds the continuations of an instruction', () => {
    expect(folds('FROM a\nRUN x \\\n  # why\n  && y\nUSER b')).toEqual(['1…5', '2…4']);
  });

  it('has nothing to fold in a stage of one line', () => {
    expect(folds('FROM a\n\nFROM b\n')).toEqual([]);
  });
});

/** Columns that the line of the `|` is set in. */
function indentOf(marked: string): number | null {
  const position = marked.indexOf('|');
  return getIndentation(stateOf(marked.replace('|', '')), position);
}

describe('indentation', () => {
  it('sets the first continuation in, and later ones as the one before', () => {
    expect(indentOf('FROM a\nRUN x \\\n|')).toBe(2);
    expect(indentOf('FROM a\nRUN x \\\n      && y \\\n|')).toBe(6);
    expect(indentOf('FROM a\nRUN x \\\n  # why\n|')).toBe(2);
  });

  it('begins instructions at the margin', () => {
    expect(indentOf('FROM a\n|')).toBe(0);
    expect(indentOf('FROM a\nRUN x \\\n  y\n|')).toBe(0);
  });

  it('is there at once behind Enter', () => {
    let state = stateOf('FROM a\nRUN b \\', 14);
    const target = { get state() { return state; }, dispatch: (transaction: { state: EditorState }) => void (state = transaction.state) };
    insertNewlineAndIndent(target);
    expect(state.doc.line(3).text).toBe('  ');
    expect(state.selection.main.head).toBe(state.doc.length);
  });

  it('goes on in an inline file as the line before', () => {
    expect(indentOf('FROM a\nRUN <<EOF\nif x; then\n  y\n|\nEOF')).toBe(2);
  });
});

describe('comments', () => {
  it('are put on and taken off with #', () => {
    let state = stateOf('FROM a\nRUN b', 8);
    const target = () => ({ state, dispatch: (transaction: { state: EditorState }) => void (state = transaction.state) });
    toggleComment(target());
    expect(state.doc.toString()).toBe('FROM a\n# RUN b');
    toggleComment(target());
    expect(state.doc.toString()).toBe('FROM a\nRUN b');
  });
});
