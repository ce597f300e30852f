import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { jsonSchema, schemas } from './json-schema.ts';

describe('the JSON Schemas for editors', () => {
  // Update them with `vitest --update`.
  it.each(Object.entries(schemas))('static/schemas/%s.json is what lessons are read with', async (name, schema) => {
    await expect(jsonSchema(schema)).toMatchFileSnapshot(`../../../../static/schemas/${name}.json`);
  });

  it.each(Object.keys(schemas))('%s refers to nothing that is not in it, and says what its fields are', async (name) => {
    const text = await readFile(new URL(`../../../../static/schemas/${name}.json`, import.meta.url), 'utf8');
    const schema = JSON.parse(text) as { readonly $defs?: Readonly<Record<string, unknown>> };
    const referred = [...text.matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, to]) => to);
    expect(referred.filter((to) => !(to! in (schema.$defs ?? {})))).toEqual([]);
    expect(text.match(/"description"/g)?.length).toBeGreaterThan(7);
  });
});
