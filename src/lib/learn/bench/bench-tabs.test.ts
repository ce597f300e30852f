import { describe, expect, it } from 'vitest';
import { benchTabs, fileTabs } from './bench-tabs.ts';

const all = () => true;

describe('the tabs of a lesson’s bench', () => {
  it('begin with the graph and leave out what a lesson has elsewhere', () => {
    const ids = benchTabs.map(({ id }) => id);
    expect(ids.slice(0, 4)).toEqual(['graph', 'terminal', 'timeline', 'layers']);
    expect(ids).not.toContain('predict');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('show the Dockerfile first, then the ignore file where there is one, then what was opened', () => {
    expect(fileTabs('Dockerfile', ['main.go', 'Dockerfile', 'go.mod'], all)).toEqual(['Dockerfile', '.dockerignore', 'main.go', 'go.mod']);
    expect(fileTabs('Dockerfile', ['main.go'], (path) => path !== '.dockerignore')).toEqual(['Dockerfile', 'main.go']);
  });

  it('give up files of long ago, and those that are gone', () => {
    expect(fileTabs('Dockerfile', ['a', 'b', 'c', 'd', 'e', 'f'], all)).toEqual(['Dockerfile', '.dockerignore', 'c', 'd', 'e', 'f']);
    expect(fileTabs('Dockerfile', ['a', 'b'], (path) => path !== 'a')).toEqual(['Dockerfile', '.dockerignore', 'b']);
  });
});
