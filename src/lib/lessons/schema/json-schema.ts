/** JSON Schemas of a lesson's files, for editors: made from the schemas that it is read with. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { check, probe, proof } from './check.ts';
import { exercise } from './exercise.ts';
import { frontMatter } from './lesson.ts';
import { questions } from './questions.ts';
import { file, overFiles, questionScene, scene, start } from './scene.ts';
import { path } from './shape.ts';
import { buildOptions, worldEdit } from './world-edit.ts';

/** By the name of their file in `static/schemas`. */
export const schemas: Readonly<Record<string, { readonly title: string; readonly schema: GenericSchema }>> = {
  lesson: { title: 'Front matter of lesson.md', schema: frontMatter },
  scene: { title: 'scene.yaml of a lesson', schema: scene },
  questions: { title: 'questions.yaml of a lesson', schema: questions },
  exercise: { title: 'exercises/*.yaml of a lesson', schema: exercise },
};

/** What is said once and referred to; each after those that it is made of. */
const parts: Readonly<Record<string, GenericSchema>> = { path, buildOptions, worldEdit, file, overFiles, check, probe, proof, start, questionScene };

/** The schema as the text of a JSON file. */
export function jsonSchema({ title, schema }: { readonly title: string; readonly schema: GenericSchema }): string {
  const { $schema, $defs: made = {}, ...rest } = toJsonSchema(schema, { definitions: { ...parts } });
  const names = new Map<string, string>();
  const defs: Record<string, unknown> = {};
  const known = Object.keys(parts);
  for (const name of [...Object.keys(made).filter((one) => !known.includes(one)), ...known]) {
    defs[name] = inParts(made[name], names);
    names.set(JSON.stringify(defs[name]), name);
  }
  const root = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inParts(value, names)]));
  const used = referredTo(root, defs);
  return `${JSON.stringify({ $schema, title, ...root, ...(used.length > 0 && { $defs: Object.fromEntries(used.map((name) => [name, defs[name]])) }) }, null, 1)}\n`;
}

/** A schema with references in place of the parts in it. A reference has nothing beside it, so its description stands around it. */
function inParts(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => inParts(one, names));
  if (value === null || typeof value !== 'object') return value;
  const { description, ...rest } = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inParts(one, names)]));
  const name = names.get(JSON.stringify(rest));
  if (name === undefined) return { ...rest, ...(description !== undefined && { description }) };
  const reference = { $ref: `#/$defs/${name}` };
  return description === undefined ? reference : { allOf: [reference], description };
}

/** Names of definitions that a schema refers to, also by way of others. */
function referredTo(schema: unknown, all: Readonly<Record<string, unknown>>): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      look(all[name]);
    }
  };
  look(schema);
  return Object.keys(all).filter((name) => found.has(name));
}
