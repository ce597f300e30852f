import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedEntries, children, compareNames, entriesOf, NO_ENTRIES, withEntry, withoutEntry } from './entries.ts';
import { dirOf, emptyDir, file } from './make.ts';
import type { Entries, Node } from './node.ts';

const name = fc.oneof(fc.integer({ min: 0, max: 400 }).map(String), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }));
const edits = fc.array(fc.tuple(name, fc.boolean()), { maxLength: 600 });
const bytes = (text: string) => Buffer.from(new TextEncoder().encode(text));

function apply(list: readonly (readonly [string, boolean])[], start: Entries = NO_ENTRIES): [Entries, Map<string, Node>] {
  let entries = start;
  const model = new Map<string, Node>(children({ ...emptyDir(), entries }));
  for (const [key, keep] of list) {
    const node = file(key);
    entries = keep ? withEntry(entries, key, node) : withoutEntry(entries, key);
    if (keep) model.set(key, node);
    else model.delete(key);
  }
  return [entries, model];
}

describe('entries of a directory', () => {
  it('hold what a map would hold after the same edits, in the order of the bytes of the names', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const [entries, model] = apply(list);
        expect(entries.size).toBe(model.size);
        const sorted = [...model].sort(([a], [b]) => compareNames(a, b));
        expect([...children({ ...emptyDir(), entries })]).toEqual(sorted);
        for (const [key, node] of model) expect(entries.get(key)).toBe(node);
        expect(entries.get('never there')).toBeUndefined();
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('compare names as their UTF-8 bytes compare', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareNames(a, b))).toBe(Buffer.compare(bytes(a), bytes(b)));
      }),
      { seed: 2 },
    );
    expect(compareNames('\u{10000}', '\uffff')).toBeGreaterThan(0);
  });

  it('say what changed between two versions, and nothing else', () => {
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const [before, old] = apply(first);
        const [after, now] = apply(second, before);
        const expected = [...new Set([...old.keys(), ...now.keys()])]
          .filter((key) => old.get(key) !== now.get(key))
          .sort(compareNames)
          .map((key) => [key, old.get(key), now.get(key)]);
        expect(changedEntries(before, after)).toEqual(expected);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('stay as they were when a version was made from them', () => {
    const dir = dirOf(Array.from({ length: 1000 }, (_, i) => [`${i}`, file(`${i}`)] as const));
    const before = [...children(dir)];
    withEntry(dir.entries, '500', file('other'));
    withoutEntry(dir.entries, '0');
    expect([...children(dir)]).toEqual(before);
  });

  it('are the very same value where an edit changes nothing', () => {
    const node = file('x');
    const entries = entriesOf([['a', node]]);
    expect(withEntry(entries, 'a', node)).toBe(entries);
    expect(withoutEntry(entries, 'b')).toBe(entries);
  });
});
