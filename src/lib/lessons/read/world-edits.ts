/** What happens in the world, from its YAML: exactly one thing each, modes as numbers. */
import type { WorldEdit } from '#engine/exercise/world-edit.ts';
import type { WorldEditSource } from '../schema/world-edit.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

/** The edits of a list at that path of the source. */
export function worldEdits(edits: readonly WorldEditSource[], path: YamlPath, source: YamlSource): readonly WorldEdit[] {
  return edits.map((edit, index) => worldEdit(edit, [...path, index], source));
}

function worldEdit(edit: WorldEditSource, path: YamlPath, source: YamlSource): WorldEdit {
  const keys = Object.keys(edit);
  if (keys.length !== 1) source.problem(path, keys.length === 0 ? 'nothing happens here: `{ edit: main.go }` does' : `one thing happens at a time: ${keys.map((key) => `\`${key}\``).join(' and ')} are two entries of the list`);
  const { chmod, ...rest } = edit;
  return chmod ? { ...rest, chmod: { path: chmod.path, mode: parseInt(chmod.mode, 8) } } : rest;
}
