/**
 * Agreement with recordings of BuildKit's own packages: parse trees, typed instructions, expansions. The recordings are not part
 * of the project; where they are absent this says so and checks nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { dump, format, parse as parseDockerfile, tokens } from '#engine/dockerfile/index.ts';
import { expand, instructions, parse } from '../conformance/adapters/dockerfile.ts';

const corpus = resolve(process.env.LAYERSCOPE_CORPUS ?? '../shared/corpus');
const textSets = ['dockerfiles/real', 'dockerfiles/inline', 'dockerfiles/parser', 'dockerfiles/generated', 'mutants/mutants', 'mutants/lines'];
const expansionSets = ['expansion/fuzz', 'expansion/upstream'];

vi.setConfig({ testTimeout: 60_000 });

type Json = Readonly<Record<string, unknown>>;

interface ErrorJson {
  readonly message: string;
  readonly lines: readonly (readonly [number, number])[];
}

interface TextRecord {
  readonly id: string;
  readonly text?: string;
  readonly b64?: string;
  readonly ast: Json & { readonly error?: ErrorJson };
  readonly instr: Json & { readonly error?: ErrorJson };
  readonly instrErrorAlts?: readonly string[];
}

interface WordRecord extends Json {
  readonly id: string;
  readonly word: string;
  readonly env?: readonly string[];
  readonly escape?: string;
  readonly flags?: string;
  readonly error?: string;
}

function records<T>(set: string): readonly T[] {
  const lines = gunzipSync(readFileSync(join(corpus, `${set}.jsonl.gz`))).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

function textOf({ text, b64 }: TextRecord): string {
  return text ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(b64 ?? '', 'base64'));
}

/** The recordings leave out what is empty; so does this, at every depth. */
function withoutEmpty(value: unknown): unknown {
  if (value === undefined || value === null || value === false || value === '') return undefined;
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' || item === false ? item : (withoutEmpty(item) ?? null)));
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value).map(([key, inner]) => [key, withoutEmpty(inner)] as const);
  return Object.fromEntries(fields.filter(([, inner]) => inner !== undefined && Object.keys(Object(inner)).length + (typeof inner === 'object' ? 0 : 1) > 0));
}

function disagreement(id: string, expected: unknown, actual: unknown): string[] {
  const wanted = JSON.stringify(sorted(withoutEmpty(expected)));
  const given = JSON.stringify(sorted(withoutEmpty(actual)));
  return wanted === given ? [] : [`${id}\n  expected ${wanted}\n  actual   ${given}`];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort().map(([key, inner]) => [key, sorted(inner)]));
}

function compareInstructions(record: TextRecord): string[] {
  const actual = instructions(textOf(record)) as Json & { readonly error?: ErrorJson };
  const message = actual.error?.message;
  const known = message !== undefined && record.instrErrorAlts?.includes(message);
  const expected = known ? { error: { ...record.instr.error, message } } : record.instr;
  return disagreement(record.id, expected, actual);
}

function compareExpansion({ id, word, env, escape, flags, error, result, matched, unmatched, words }: WordRecord): string[] {
  const actual = expand({ word, env, escape, flags: flags ? flags.split(',') : [] });
  if (error !== undefined) return disagreement(id, { error }, actual);
  return disagreement(id, { result, matched, unmatched, words }, { ...actual, ...(words === undefined && { words: undefined }), wordsError: undefined });
}

if (!existsSync(corpus)) {
  console.log('The reference corpus is not here: agreement with BuildKit was not checked.');
  it('has no recordings to agree with', () => expect(existsSync(corpus)).toBe(false));
} else {
  describe.each(textSets)('%s', (set) => {
    const all = records<TextRecord>(set);

    it('has the same parse trees and errors', () => {
      expect(all.flatMap((record) => disagreement(record.id, record.ast, parse(textOf(record)))).slice(0, 5)).toEqual([]);
    });

    it('has the same typed instructions and errors', () => {
      expect(all.flatMap(compareInstructions).slice(0, 5)).toEqual([]);
    });

    it('is covered by tokens, and keeps its meaning when formatted', () => {
      for (const record of all) {
        const text = textOf(record);
        const list = tokens(parseDockerfile(text));
        expect(list.ends.at(-1) ?? 0).toBe(text.length);
        const formatted = format(text);
        expect(dump(parseDockerfile(formatted))).toBe(dump(parseDockerfile(text)));
        expect(format(formatted)).toBe(formatted);
      }
    });
  });

  describe.each(expansionSets)('%s', (set) => {
    it('has the same expansions and errors', () => {
      expect(records<WordRecord>(set).flatMap(compareExpansion).slice(0, 5)).toEqual([]);
    });
  });
}
