import { describe, expect, it } from 'vitest';
import { solutionActions, solutionLines } from './solution.ts';

describe('a solution beside the reader’s work', () => {
  it('marks the lines that go and those that come, and keeps the rest', () => {
    expect(solutionLines('FROM a\nCOPY . .\nRUN x\n', 'FROM a\nCOPY m ./\nRUN x\nCOPY . .\n').map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`)).toEqual([' FROM a', '-COPY . .', '+COPY m ./', ' RUN x', '+COPY . .']);
  });

  it('has all lines new where there is no such file, and all gone where it takes one away', () => {
    expect(solutionLines(undefined, 'a\nb\n').every(({ kind }) => kind === 'added')).toBe(true);
    expect(solutionLines('a\n', undefined)).toEqual([{ kind: 'removed', text: 'a' }]);
  });

  it('is put on the bench as actions, with a build at the end unless a line builds', () => {
    const begins = { type: 'options', options: { tags: ['app'] } } as const;
    expect(solutionActions({ name: 'x', files: { Dockerfile: { text: 'FROM a\n' }, '.dockerignore': null }, options: { target: 'b' } }, begins)).toEqual([
      { type: 'write', path: 'Dockerfile', text: 'FROM a\n' },
      { type: 'delete', path: '.dockerignore' },
      { type: 'options', options: { tags: ['app'], target: 'b' } },
      { type: 'build' },
    ]);
    expect(solutionActions({ name: 'x', commands: ['docker build -t a .', 'docker push a'] }, begins).map(({ type }) => type)).toEqual(['command', 'command']);
  });
});
