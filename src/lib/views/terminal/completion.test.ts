import { describe, expect, it } from 'vitest';
import { completed, sharedBeginning } from './completion.ts';

describe('completion', () => {
  it('fills in the only candidate and a space after it', () => {
    expect(completed('docker bu', { from: 7, to: 9, candidates: ['build'] })).toEqual({ line: 'docker build ', cursor: 13, choices: [] });
  });

  it('leaves out the space after a folder or an equals sign', () => {
    expect(completed('cat gre', { from: 4, to: 7, candidates: ['greet/'] }).line).toBe('cat greet/');
    expect(completed('docker build --ta', { from: 13, to: 17, candidates: ['--target='] }).line).toBe('docker build --target=');
  });

  it('fills in what all share first and shows them after that', () => {
    const candidates = ['image', 'images'];
    expect(completed('docker im', { from: 7, to: 9, candidates })).toEqual({ line: 'docker image', cursor: 12, choices: [] });
    expect(completed('docker image', { from: 7, to: 12, candidates })).toEqual({ line: 'docker image', cursor: 12, choices: candidates });
  });

  it('keeps what stands after the cursor', () => {
    expect(completed('docker bu .', { from: 7, to: 9, candidates: ['build'] })).toEqual({ line: 'docker build .', cursor: 13, choices: [] });
  });

  it('does nothing without candidates', () => {
    expect(completed('x', { from: 0, to: 1, candidates: [] })).toEqual({ line: 'x', cursor: 1, choices: [] });
    expect(sharedBeginning([])).toBe('');
  });
});
