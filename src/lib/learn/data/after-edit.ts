/** What a lesson shows, as a drawing: the build after the first edit that its text makes. For paper, and where no scripts run. */
import { execute } from '#engine/docker/index.ts';
import { happen } from '#engine/exercise/edits.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { describe } from '#engine/workspace/describe.ts';
import { currentState, openWorkspace } from '#engine/workspace/workspace.ts';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { layoutGraph } from '#lib/views/graph/layout.ts';
import { graphSvg } from '#lib/views/graph/svg.ts';

export interface AfterEdit {
  /** What was done, in the lesson's words. */
  readonly says: string;
  /** SVG. */
  readonly picture: string;
}

/** Absent where nothing of the lesson's text or of its first prediction can be built. */
export function afterEdit({ blocks, predictions, scene }: Pick<Lesson, 'blocks' | 'predictions' | 'scene'>): AfterEdit | undefined {
  const block = blocks.flatMap((one) => (one.kind === 'edit' && one.build ? [one] : []))[0];
  const [question] = predictions;
  const told = block ? { says: block.label, edits: block.edits, from: scene } : question && { says: question.says, edits: [...(question.given ?? []), ...question.edits], from: question.start ?? scene };
  if (!told) return undefined;
  const done = happen(openWorkspace(told.from, resolveImage, execute), [...told.edits, { build: true }]);
  const built = done.ok ? currentState(done.workspace).builds.at(-1) : undefined;
  if (!done.ok || !built) return undefined;
  const edited = new Set(told.edits.flatMap((edit) => edit.edit ?? edit.replace?.path ?? edit.write?.path ?? edit.add ?? []));
  const layout = layoutGraph({ record: built.record, files: describe(done.workspace).files, edited, density: 'full' });
  return { says: told.says, picture: graphSvg(layout, { title: told.says, description: told.says, predicted: false, theme: 'page', id: 'after-edit' }) };
}
