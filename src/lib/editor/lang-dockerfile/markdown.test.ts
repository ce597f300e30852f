import { describe, expect, it } from 'vitest';
import { readMarkdown } from './markdown.ts';

const flat = (markdown: string) => readMarkdown(markdown).map(({ kind, inlines }) => `${kind}: ${inlines.map((run) => (run.kind === 'text' ? run.text : `<${run.kind} ${run.text}>`)).join('')}`);

describe('documentation text', () => {
  it('has paragraphs, lists and runs', () => {
    expect(flat('Copies *contents* of `a b`,\nnot **more**.\n\n- one\n  and a half\n- [two](https://x.y)')).toEqual([
      'paragraph: Copies <em contents> of <code a b>, not <strong more>.',
      'item: one and a half',
      'item: <link two>',
    ]);
  });

  it('shows a tick in code, and keeps links to elsewhere as text', () => {
    expect(flat('`` ` `` or `\\`')).toEqual(['paragraph: <code `> or <code \\>']);
    expect(flat('[x](javascript:alert(1))')).toEqual(['paragraph: [x](javascript:alert(1))']);
  });
});
