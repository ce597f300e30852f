import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { completionSource } from './completion-source.ts';

/** What opens at the `|`: labels, or nothing. */
function opened(marked: string, explicit = false): readonly string[] | undefined {
  const position = marked.indexOf('|');
  const state = EditorState.create({ doc: marked.replace('|', '') });
  const source = completionSource({ images: () => [{ ref: 'alpine:3.24' }], paths: () => ['go.mod', 'main.go'] });
  return (source(new CompletionContext(state, position, explicit)) as CompletionResult | null)?.options.map((option) => option.label);
}

describe('completion opens by itself', () => {
  it('for the beginning of a word', () => {
    expect(opened('FROM a\nCO|')).toContain('COPY');
    expect(opened('FROM a\nCOPY ma|')).toContain('main.go');
    expect(opened('FROM |')).toContain('alpine:3.24');
    expect(opened('FROM a\nENV B=1\nRUN echo $|')).toEqual(['B']);
    expect(opened('FROM a\nRUN --network=|')).toEqual(['default', 'none', 'host']);
  });

  it('but not where Enter or a space is more likely', () => {
    expect(opened('FROM a\n|')).toBeUndefined();
    expect(opened('FROM a\nCOPY . .|')).toBeUndefined();
    expect(opened('FROM a\nCOPY |')).toBeUndefined();
    expect(opened('FROM a |')).toBeUndefined();
    expect(opened('FROM a\nCOPY main.go|')).toBeUndefined();
    expect(opened('FROM a\nCO|PY . .')).toBeUndefined();
  });

  it('and anywhere when it is asked for', () => {
    expect(opened('FROM a\n|', true)).toContain('RUN');
    expect(opened('FROM a\nCOPY |', true)).toEqual(['go.mod', 'main.go']);
    expect(opened('FROM a |', true)).toEqual(['AS']);
  });
});
