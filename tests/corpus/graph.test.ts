import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { build, check, outline, targets, type GraphInput } from '../conformance/adapters/graph.ts';

const corpus = process.env['LAYERSCOPE_CORPUS'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
const present = existsSync(join(corpus, 'graph'));

interface Problem {
  readonly message: string;
  readonly lines?: unknown;
  /** Other answers that upstream gives. */
  readonly alts?: readonly (Problem | null)[];
}
type Answer = Readonly<Record<string, unknown>> & { readonly error?: Problem };
interface GraphRecord {
  readonly id: string;
  readonly src: string;
  readonly opts: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** Answers that upstream does not give the same way twice. */
  readonly unstable?: readonly string[];
  readonly build?: Answer;
  readonly check?: Answer;
  readonly targets?: Answer;
  readonly outline?: Answer;
}

function read<T>(set: string): readonly T[] {
  const text = gunzipSync(readFileSync(join(corpus, `${set}.jsonl.gz`))).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
}

function setsOf(folder: string): readonly string[] {
  return readdirSync(join(corpus, folder)).flatMap((file) => (file.endsWith('.jsonl.gz') ? [`${folder}/${file.replace('.jsonl.gz', '')}`] : []));
}

function dockerfiles(): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const records = [...setsOf('dockerfiles'), ...setsOf('mutants')].flatMap((set) => read<{ id: string; text?: string; b64?: string }>(set));
  return new Map(records.map(({ id, text, b64 }) => [id, text ?? decoder.decode(Buffer.from(b64 ?? '', 'base64'))]));
}

/** Without what recordings leave out: false, nothing, and empty texts, lists and objects. Findings are sorted. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(item) ?? null);
  if (typeof value !== 'object' || value === null) return value === false || value === '' ? undefined : (value ?? undefined);
  const kept = Object.entries(value).flatMap(([key, field]) => {
    const inner = canonical(key === 'warnings' || key === 'resolved' ? sorted(field) : field);
    const empty = inner === undefined || (typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0);
    return empty ? [] : [[key, inner] as const];
  });
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sorted(items: unknown): unknown {
  return Array.isArray(items) ? items.map((item) => JSON.stringify(canonical(item))).sort() : items;
}

/** Where upstream may answer in several ways, ours must be one of them; lines count where it gives them. */
function sameError(expected: Problem, actual: Problem): boolean {
  const answers = [expected, ...(expected.alts ?? [])].filter((answer) => answer !== null);
  return answers.some((answer) => answer.message === actual.message && ((answer.lines ?? undefined) === undefined || JSON.stringify(answer.lines) === JSON.stringify(actual.lines)));
}

function differs(expected: Answer, actual: Answer, compareFindings: boolean): boolean {
  if (expected.error || actual.error) {
    if (!expected.error || !actual.error || !sameError(expected.error, actual.error)) return true;
    return compareFindings && JSON.stringify(canonical({ warnings: expected['warnings'] })) !== JSON.stringify(canonical({ warnings: actual['warnings'] }));
  }
  const { internal: _, ...rest } = expected;
  return JSON.stringify(canonical(Array.isArray(expected) ? expected : rest)) !== JSON.stringify(canonical(actual));
}

const answers = { build, check, targets, outline } as const;

describe('the reference corpus of build graphs', () => {
  const texts = present ? dockerfiles() : new Map<string, string>();

  if (!present) {
    it('is not here, so nothing is compared with it', () => {
      console.log(`No corpus at ${corpus}: build graphs were not compared with BuildKit's.`);
      expect(texts.size).toBe(0);
    });
  }

  it.each(present ? setsOf('graph') : [])('%s: graphs, configs, findings, errors, targets and outlines are BuildKit’s', { timeout: 300_000 }, (set) => {
    const different: string[] = [];
    let compared = 0;
    for (const record of read<GraphRecord>(set)) {
      const input: GraphInput = { text: texts.get(record.src) ?? '', opts: record.opts, files: record.files ?? {} };
      for (const name of ['build', 'check', 'targets', 'outline'] as const) {
        const expected = record[name];
        if (expected === undefined || record.unstable?.includes(name)) continue;
        compared++;
        if (differs(expected, answers[name](input) as Answer, name === 'check')) different.push(`${record.id} ${name}`);
      }
    }
    expect(compared).toBeGreaterThan(0);
    expect(different).toEqual([]);
  });
});
