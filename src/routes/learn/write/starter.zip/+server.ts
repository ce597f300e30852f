import { strToU8, zipSync, type Zippable } from 'fflate';
import { jsonSchema, schemas } from '#lib/lessons/schema/json-schema.ts';
import { starter, starterSlug } from '#lib/lessons/starter/index.ts';

export const prerender = true;
export const trailingSlash = 'never';

/** Zips know no time before 1980; the same lesson is the same file. */
const mtime = new Date(2026, 0, 1);

/** The lesson to start from as a folder, with the schemas that editors check it with. */
export function GET(): Response {
  const texts = Object.entries(starter).map(([path, text]) => [path, text] as const);
  const forEditors = Object.entries(schemas).map(([name, schema]) => [`.schemas/${name}.json`, jsonSchema(schema)] as const);
  const files: Zippable = Object.fromEntries([...texts, ...forEditors].map(([path, text]) => [`${starterSlug}/${path}`, [strToU8(text), { mtime }]]));
  return new Response(zipSync(files, { level: 9 }) as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'application/zip' } });
}
