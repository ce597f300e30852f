import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { familiarReference, formatReference, parseReference, withDefaultTag } from '#engine/image/index.ts';

const corpus = process.env['LAYERSCOPE_CORPUS'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
const present = existsSync(join(corpus, 'graph'));

/** What upstream said of texts that are no reference, and the full names that it made of those that are. */
function cases(): { readonly errors: ReadonlyMap<string, string>; readonly names: ReadonlySet<string>; readonly bases: ReadonlySet<string> } {
  const errors = new Map<string, string>();
  const names = new Set<string>();
  const bases = new Set<string>();
  const visit = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      // Only where the words go on with what `reference` says: the name in quotes is a Go string.
      const match = key === 'message' ? /^(?:failed to parse stage name|failed to parse image name) ("(?:[^"\\]|\\.)*"): (.*)$/s.exec(value) : undefined;
      if (match && !/\\[^"\\nrtu]/.test(match[1]!)) errors.set(JSON.parse(match[1]!) as string, match[2]!);
      if (key === 'ref') names.add(value);
      if (key === 'base') bases.add(value);
    } else if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (typeof value === 'object' && value !== null) for (const [name, field] of Object.entries(value)) visit(field, name);
  };
  for (const file of readdirSync(join(corpus, 'graph'))) {
    if (!file.endsWith('.jsonl.gz')) continue;
    for (const line of gunzipSync(readFileSync(join(corpus, 'graph', file))).toString('utf8').split('\n')) if (line !== '') visit(JSON.parse(line));
  }
  return { errors, names, bases };
}

if (!present) console.log('No corpus: references are not compared with upstream’s.');

describe.runIf(present)('references of the corpus', () => {
  const { errors, names, bases } = present ? cases() : { errors: new Map<string, string>(), names: new Set<string>(), bases: new Set<string>() };

  it('are refused in upstream’s words', () => {
    expect(errors.size).toBeGreaterThan(20);
    const wrong = [...errors].flatMap(([text, words]) => {
      const parsed = parseReference(text);
      return 'error' in parsed && parsed.error === words ? [] : [[text, words, 'error' in parsed ? parsed.error : formatReference(parsed)]];
    });
    expect(wrong).toEqual([]);
  });

  it('are what they are once they are whole, and come back from their short form', () => {
    expect(names.size).toBeGreaterThan(200);
    for (const name of names) {
      const parsed = parseReference(name);
      if ('error' in parsed) throw new Error(`${name}: ${parsed.error}`);
      expect(formatReference(parsed)).toBe(name);
      const short = parseReference(familiarReference(parsed));
      expect('error' in short ? short.error : formatReference(short)).toBe(name);
    }
  });

  it('of stages become names that upstream resolved', () => {
    const resolved = [...bases].flatMap((base) => {
      const parsed = parseReference(base);
      return 'error' in parsed ? [] : [formatReference(withDefaultTag(parsed))];
    });
    const known = resolved.filter((name) => names.has(name)).length;
    expect(known).toBeGreaterThan(100);
  });
});
