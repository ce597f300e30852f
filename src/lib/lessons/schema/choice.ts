/** A value that may have one of several shapes, told by what it looks like: so that a mistake in it is told by the shape that was meant. */
import * as v from 'valibot';

/** One of these schemas; `message` says what there is to choose from where none looks like the value. */
export function choice<const S extends readonly [v.GenericSchema, v.GenericSchema, ...v.GenericSchema[]]>(shapes: S, message: string): v.LazySchema<S[number]> {
  const none = v.pipe(v.unknown(), v.check(() => false, message));
  // Nothing in YAML is undefined: who draws schemas asks with it, and is shown all shapes.
  const any = v.union(shapes);
  return v.lazy((input) => (input === undefined ? any : (meant(shapes, input) ?? none)) as S[number]);
}

function meant(shapes: readonly v.GenericSchema[], input: unknown): v.GenericSchema | undefined {
  if (Array.isArray(input)) return shapes.find(({ type }) => type === 'array');
  if (input === null || typeof input !== 'object') return shapes.find(({ type, expects }) => type === typeof input || expects === String(input));
  const keys = Object.keys(input);
  const shared = (schema: v.GenericSchema) => ('entries' in schema ? keys.filter((key) => Object.hasOwn(schema.entries as object, key)).length : -1);
  return shapes.filter((schema) => shared(schema) >= 0).reduce<v.GenericSchema | undefined>((best, schema) => (best === undefined || shared(schema) > shared(best) ? schema : best), undefined);
}
