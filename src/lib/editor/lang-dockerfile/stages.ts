import type { Range } from '#engine/source/range.ts';
import { t } from '#messages/index.ts';
import { modelOf, type StageEntry } from './model.ts';

/** A replacement in a text. */
export interface Edit extends Range {
  readonly insert: string;
}

/** The stages of a Dockerfile with their lines, in the order of the file. */
export function outline(text: string): readonly StageEntry[] {
  return modelOf(text).stages;
}

/** Names that `--target` takes: those of the named stages, lower case. */
export function stageNames(text: string): readonly string[] {
  return [...new Set(modelOf(text).stages.flatMap((stage) => (stage.name ? [stage.name.toLowerCase()] : [])))];
}

/** The stage whose name or use is at a place. */
export function stageAt(text: string, position: number): StageEntry | undefined {
  const { stages, references } = modelOf(text);
  const holds = (range: Range | undefined) => range !== undefined && range.from <= position && position <= range.to;
  const use = references.find(({ range }) => holds(range));
  return use ? stages[use.stage] : stages.find((stage) => holds(stage.nameRange));
}

/** Where a stage begins: its name, or its FROM. */
export function definitionOf(stage: StageEntry): Range {
  return stage.nameRange ?? { from: stage.range.from, to: stage.range.from + 4 };
}

/** Why BuildKit would not take a name for a stage; nothing where it would. */
export function stageNameProblem(text: string, stage: StageEntry, name: string): string | undefined {
  if (!/^[a-z][a-z0-9\-_.]*$/.test(name)) return t('editor.bad-name');
  const taken = modelOf(text).stages.some((other) => other.index !== stage.index && other.name.toLowerCase() === name);
  return taken ? t('editor.name-taken', { name }) : undefined;
}

/** The edits that give a stage a new name everywhere: its FROM, later FROMs, `--from=` and `from=` in mounts. Uses by number stay. */
export function renameStage(text: string, stage: StageEntry, name: string): readonly Edit[] {
  const { references } = modelOf(text);
  const own: Edit[] = stage.nameRange ? [{ ...stage.nameRange, insert: name }] : stage.baseRange ? [{ from: stage.baseRange.to, to: stage.baseRange.to, insert: ` AS ${name}` }] : [];
  const uses = references.filter(({ stage: index, range }) => index === stage.index && !/^[0-9]/.test(text.slice(range.from, range.to))).map(({ range }) => ({ ...range, insert: name }));
  return [...own, ...uses].sort((a, b) => a.from - b.from);
}
