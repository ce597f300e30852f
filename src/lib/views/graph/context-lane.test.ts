import { describe, expect, it } from 'vitest';
import { GO_FILES, filesOf, goTwoStages, recordOf } from './fixture.ts';
import { layoutGraph } from './layout.ts';
import { takesIn } from './reads.ts';

const lane = (paths: readonly string[], edited: readonly string[] = []) => layoutGraph({ record: goTwoStages(), files: filesOf(paths, edited), edited: new Set(edited) }).context!;

describe('what a step reads of the context', () => {
  it.each([
    [['/'], 'a/b/c', true],
    [['/go.*'], 'go.mod', true],
    [['/go.*'], 'sub/go.mod', false],
    [['/web'], 'web/src/a.ts', true],
    [['/web'], 'website/a.ts', false],
    [['/*.go'], 'main.go', true],
    [['/src/?.c'], 'src/ab.c', false],
    [['/[a-c]*'], 'bin', true],
    [['/[^a-c]*'], 'bin', false],
    [['/a\\*b'], 'a*b', true],
    [['/a\\*b'], 'axb', false],
    [['/[z-a]'], 'b', false],
    [[], 'a', false],
  ])('%j takes in %s: %s', (paths, file, expected) => {
    expect(takesIn(paths, file)).toBe(expected);
  });
});

describe('the context lane', () => {
  it('has six rows at most and counts all files', () => {
    const context = lane(GO_FILES);
    expect(context.rows).toHaveLength(6);
    expect(context.rows.flatMap((row) => row.paths).sort()).toEqual([...GO_FILES].sort());
    expect(context.role).toMatch(/^7 files, /);
  });

  it('gathers folders before it gathers the rest, and never an edited file', () => {
    const many = ['go.mod', ...Array.from({ length: 40 }, (_, i) => `src/file${i}.go`), ...Array.from({ length: 9 }, (_, i) => `docs/${i}.md`)];
    expect(lane(many).rows.map((row) => [row.label, row.paths.length])).toEqual([['go.mod', 1], ['src/', 40], ['docs/', 9]]);
    const edited = lane(many, ['src/file7.go']).rows.find((row) => row.edited)!;
    expect(edited.paths).toEqual(['src/file7.go']);
    const flat = lane([...Array.from({ length: 30 }, (_, i) => `f${i}.txt`)], ['f29.txt']);
    expect(flat.rows.map((row) => row.label)).toContain('25 more');
    expect(flat.rows.find((row) => row.edited)?.path).toBe('f29.txt');
  });

  it('keeps files that one step reads side by side in one bracket', () => {
    const context = lane(GO_FILES);
    const readers = context.rows.map((row) => row.readers.join());
    expect(new Set(readers).size).toBe(readers.filter((value, i) => value !== readers[i - 1]).length);
    expect(context.brackets.map((bracket) => bracket.steps)).toEqual([['0.3'], ['0.5']]);
    expect(context.brackets[0]!.bottom).toBeLessThan(context.brackets[1]!.bottom);
  });

  it('stands above the steps that read it, so that no wave goes up where there is room', () => {
    const layout = layoutGraph({ record: goTwoStages(), files: filesOf([...GO_FILES], ['main.go', 'go.sum']), edited: new Set(['main.go', 'go.sum']) });
    for (const { kind, points } of layout.edges.filter((edge) => edge.kind === 'file' || edge.kind === 'context')) {
      for (let i = 1; i < points.length; i++) expect(points[i]!.y, kind).toBeGreaterThanOrEqual(points[i - 1]!.y);
    }
  });

  it('leaves out ignored files, and is not there where nothing reads the context', () => {
    const ignored = filesOf(['a', 'b']).map((file) => (file.path === 'b' ? { ...file, ignored: { file: '.dockerignore', line: 1, pattern: 'b' } } : file));
    expect(layoutGraph({ record: goTwoStages(), files: ignored }).context!.rows.map((row) => row.path)).toEqual(['a']);
    expect(layoutGraph({ record: recordOf({ stages: [{ name: 'a', base: 'alpine', steps: [{ text: 'FROM alpine' }] }] }), files: filesOf(['a']) }).context).toBeUndefined();
  });
});
