import { suggest } from '#engine/dockerfile/suggest.ts';
import { code } from '../schema/shape.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

/** Reports each id that stood before. */
export function unique(ids: readonly { readonly id: string; readonly path: YamlPath }[], what: string, source: YamlSource): void {
  const seen = new Set<string>();
  for (const { id, path } of ids) {
    if (seen.has(id)) source.problem(path, `there is a ${what} ${code(id)} already`);
    seen.add(id);
  }
}

/** `there is no check `x`; did you mean `y`?`: said of a name that leads nowhere. */
export function noSuch(what: string, name: string, names: readonly string[]): string {
  const near = suggest(name, names);
  const known = names.length === 0 ? '' : near === undefined ? `; there is ${names.map(code).join(', ')}` : `; did you mean ${code(near)}?`;
  return `there is no ${what} ${code(name)}${known}`;
}
