import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ignore } from '../conformance/adapters/ignore.ts';

const corpus = join(process.env['LAYERSCOPE_CORPUS'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus'), 'ignore');
const present = existsSync(corpus);
if (!present) console.log('The reference corpus is not here: ignore files are not compared with it.');

interface IgnoreRecord {
  readonly id: string;
  readonly text?: string;
  readonly givenPatterns?: readonly string[];
  readonly paths?: readonly string[];
  readonly tree?: readonly string[];
  readonly patterns?: readonly string[];
  readonly error?: string;
  readonly readError?: string;
  readonly excluded?: string;
  readonly walk?: readonly string[];
}

function read(file: string): readonly IgnoreRecord[] {
  const text = gunzipSync(readFileSync(join(corpus, file))).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as IgnoreRecord]));
}

/** What the record says, without what a failed record leaves out. */
function expected(record: IgnoreRecord) {
  const error = record.readError ?? record.error;
  if (error !== undefined) return { error };
  return { excluded: record.excluded ?? '', ...(record.walk && { walk: record.walk }), ...(record.givenPatterns ? {} : { patterns: record.patterns ?? [] }) };
}

describe.runIf(present)('ignore files of the reference corpus', () => {
  it.each(present ? readdirSync(corpus) : [])('%s: the same patterns, verdicts and files sent as BuildKit', (file) => {
    const records = read(file);
    expect(records.length).toBeGreaterThan(0);
    const wrong = records.filter((record) => {
      const { givenPatterns, text, paths, tree } = record;
      const result = ignore({ ...(givenPatterns ? { patterns: givenPatterns } : { text: text ?? '' }), ...(paths && { paths }), ...(tree && { tree }) });
      const want: Readonly<Record<string, unknown>> = expected(record);
      return Object.keys(want).some((key) => JSON.stringify(result[key as keyof typeof result] ?? '') !== JSON.stringify(want[key]));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
