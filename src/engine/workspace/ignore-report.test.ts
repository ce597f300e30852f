import { describe, expect, it } from 'vitest';
import { resolveImage } from '../registry/index.ts';
import { ignoreReport, withoutRule } from './ignore-report.ts';
import type { Scenario } from './scenario.ts';
import { currentState, dispatch, openWorkspace } from './workspace.ts';

const scenario: Scenario = {
  slug: 'ignored', title: 'Ignored', about: '', dockerfile: 'Dockerfile', options: {}, begins: Date.UTC(2026, 9, 1), prologue: [{ type: 'build' }],
  files: {
    Dockerfile: { text: 'FROM alpine:3.20\nCOPY src /src\nCOPY notes/keep.md /\nCOPY docs /docs\n' },
    '.dockerignore': { text: '# ours\nnotes\n!notes/keep.md\ndocs/*.tmp\nbin\n' },
    'src/a.ts': { text: 'a' }, 'docs/one.md': { text: 'one' }, 'docs/two.tmp': { text: '12345' },
    'notes/keep.md': { text: 'kept' }, 'notes/other.md': { text: 'other' }, 'bin/x': { size: 1000 },
  },
};

const start = openWorkspace(scenario, resolveImage);

describe('the x-ray of an ignore file', () => {
  it('names for each place the rule that decided, a rule that brings back too', () => {
    const report = ignoreReport(start)!;
    expect(report.file).toBe('.dockerignore');
    const of = (path: string) => report.decisions.find((decision) => decision.path === path);
    expect([of('notes/keep.md')?.ignored, of('notes/keep.md')?.by]).toEqual([false, { pattern: '!notes/keep.md', line: 3 }]);
    expect([of('docs/two.tmp')?.ignored, of('docs/two.tmp')?.by?.line]).toEqual([true, 4]);
    expect(of('src/a.ts')?.by).toBeUndefined();
    expect([report.sent.files, report.ignored]).toEqual([5, { files: 3, bytes: 1010 }]);
  });

  it('says what deleting a rule lets through, and which steps then run', () => {
    const without = withoutRule(start, 4)!;
    expect(without.added).toEqual({ files: 1, bytes: 5, paths: ['docs/two.tmp'] });
    expect(without.removed.files).toBe(0);
    expect(without.radius?.reach).toEqual(['untouched', 'untouched', 'untouched', 'reads']);
    expect(without.text).toBe('# ours\nnotes\n!notes/keep.md\nbin\n');
  });

  it('says what fails where a file that is brought back would be missing', () => {
    const without = withoutRule(start, 3)!;
    expect(without.removed.paths).toEqual(['notes/keep.md']);
    expect(without.error).toMatch(/"\/notes\/keep\.md": not found/);
  });

  it('is what making the edit and building gives', () => {
    for (const line of [2, 3, 4, 5]) {
      const without = withoutRule(start, line)!;
      const edited = dispatch(start, { type: 'write', path: '.dockerignore', text: without.text });
      if (!edited.ok) throw new Error(edited.message.id);
      const built = dispatch(edited.workspace, { type: 'build' });
      if (!built.ok) throw new Error(built.message.id);
      const { record } = currentState(built.workspace).builds.at(-1)!;
      expect(record.ok).toBe(without.error === undefined);
      if (without.radius) expect(record.steps.map(({ state }) => state === 'rebuilt')).toEqual(without.radius.reach.map((reach) => reach === 'reads' || reach === 'follows'));
      expect(ignoreReport(edited.workspace)!.sent.files).toBe(ignoreReport(start)!.sent.files + without.added.files - without.removed.files);
    }
  });

  it('has nothing to say of lines without a rule, and everything is sent without an ignore file', () => {
    expect(withoutRule(start, 1)).toBeUndefined();
    const bare = openWorkspace({ ...scenario, files: { Dockerfile: scenario.files['Dockerfile']! } }, resolveImage);
    expect(ignoreReport(bare)).toMatchObject({ rules: [], ignored: { files: 0 } });
  });
});
