import { describe, expect, it } from 'vitest';
import { earlier, later, recallOf } from './recall.ts';

const lines = ['docker images', 'ls', 'ls', 'docker build .', ''];

describe('recalling earlier lines', () => {
  it('goes back one line at a time, once for lines that repeat, and stops at the first', () => {
    let step = earlier(recallOf(lines), '');
    const seen: string[] = [];
    while (step) {
      seen.push(step.line);
      step = earlier(step.recall, step.line);
    }
    expect(seen).toEqual(['docker build .', 'ls', 'docker images']);
  });

  it('finds only lines that begin like what was typed', () => {
    const first = earlier(recallOf(lines), 'docker')!;
    expect(first.line).toBe('docker build .');
    const second = earlier(first.recall, first.line)!;
    expect(second.line).toBe('docker images');
    expect(earlier(second.recall, second.line)).toBeUndefined();
  });

  it('comes back to what was being typed', () => {
    const back = earlier(recallOf(lines), 'l')!;
    expect(back.line).toBe('ls');
    expect(later(back.recall)).toEqual({ recall: { ...back.recall, at: 3 }, line: 'l' });
    expect(later(recallOf(lines))).toBeUndefined();
  });
});
