import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareCorpus } from './corpus.ts';
import { disagreements, readRecordings } from './recorded.ts';
import { diffText } from './report.ts';
import { unknowable } from './unknowable.ts';

const recordings = readRecordings(fileURLToPath(new URL('recorded', import.meta.url)));

describe('what a real BuildKit did, and the engine does', () => {
  it.each(recordings.map((recording) => [recording.name, recording] as const))('%s', (name, recording) => {
    const excused = unknowable[name]?.metrics ?? [];
    const found = disagreements(recording).filter(({ metric }) => !excused.includes(metric));
    expect(found.map(diffText).join('\n')).toBe('');
  });

  it('excuses only scenarios that are recorded', () => {
    const names = new Set(recordings.map(({ name }) => name));
    expect(Object.keys(unknowable).filter((name) => !names.has(name))).toEqual([]);
  });
});

const corpus = process.env['LAYERSCOPE_CORPUS'] ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const present = existsSync(corpus);
if (!present) console.log(`The reference corpus is not at ${corpus}: its sets are not compared.`);

describe.runIf(present)('the reference corpus', () => {
  it('is agreed with in every record', { timeout: 300_000 }, async () => {
    const reports = await compareCorpus(corpus);
    const wrong = reports.flatMap(({ disagreements: found }) => found);
    expect(wrong.slice(0, 20).map(diffText).join('\n')).toBe('');
  });
});
