/**
 * The editor's language on Dockerfiles as people write them. The recordings are not part of the project; where they are absent this
 * says so and checks nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { parse } from '#engine/dockerfile/index.ts';
import { hoverAt, offersAt, outline } from '#lib/editor/lang-dockerfile/index.ts';
import { parser } from '#lib/editor/lang-dockerfile/parser.ts';

const corpus = resolve(process.env.LAYERSCOPE_CORPUS ?? '../shared/corpus');

vi.setConfig({ testTimeout: 60_000 });

function texts(set: string): readonly string[] {
  const path = join(corpus, 'dockerfiles', `${set}.jsonl.gz`);
  if (!existsSync(path)) return [];
  const records = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
  return records.flatMap((record) => (JSON.parse(record) as { readonly text?: string }).text ?? []);
}

describe.each(['real', 'inline', 'parser'])('the editor on the Dockerfiles of %s', (set) => {
  const all = texts(set);
  if (all.length === 0) console.warn(`No recordings at ${corpus}: nothing was checked for ${set}.`);

  it.runIf(all.length > 0)('marks each instruction word, and nothing outside the text', () => {
    for (const text of all) {
      const words: string[] = [];
      let first = -1;
      let inside = true;
      parser.parse(text).iterate({
        enter({ name, from, to }) {
          inside &&= from >= 0 && from <= to && to <= text.length;
          if (name === 'Instruction') first = from;
          if ((name === 'Keyword' || name === 'UnknownKeyword') && from === first) words.push(text.slice(from, to));
        },
      });
      expect(inside).toBe(true);
      // A line can also begin with an escape token, and its word on the next.
      expect(words).toEqual(parse(text).nodes.filter(({ keyword, range }) => keyword !== '' && text.startsWith(keyword, range.from)).map(({ keyword }) => keyword));
    }
  });

  it.runIf(all.length > 0)('has a stage for each FROM, and an answer anywhere', () => {
    for (const text of all) {
      expect(outline(text)).toHaveLength(parse(text).nodes.filter(({ keyword }) => keyword.toUpperCase() === 'FROM').length);
      for (let at = 0; at <= text.length; at += 1 + (text.length >> 5)) {
        const offers = offersAt(text, at);
        expect(offers === undefined || offers.from <= at).toBe(true);
        expect(hoverAt(text, at)?.title).not.toBe('');
      }
    }
  });
});
