import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { disagreements, readRecordings } from './recorded.ts';
import { diffText } from './report.ts';
import { unknowable } from './unknowable.ts';

const recordings = readRecordings(fileURLToPath(new URL('recorded', import.meta.url)));

describe('what a real BuildKit did, and the engine does', () => {
  it.each(recordings.map((recording) => [recording.name, recording] as const))('%s', (_name, recording) => {
    expect(disagreements(recording).map(diffText).join('\n')).toBe('');
  });

  it('excuses only scenarios that are recorded', () => {
    const names = new Set(recordings.map(({ name }) => name));
    expect(Object.keys(unknowable).filter((name) => !names.has(name))).toEqual([]);
  });
});
