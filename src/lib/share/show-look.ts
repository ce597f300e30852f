/** Shows what a link and the query of its page say is looked at; what is not there is passed over. */
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import { stepNamed, type PagePresentation } from './presentation.ts';
import type { Looking } from './scene.ts';

/** The query says more than the link where both say something. `go` leads to a view by its id. */
export async function showLook(bench: Workbench, go: (view: string) => void, looking: Looking, asked: PagePresentation): Promise<void> {
  const file = asked.file ?? looking.file;
  const build = asked.build ?? looking.build;
  const step = asked.step ?? looking.step;
  const view = asked.view ?? looking.view;
  if (file !== undefined && bench.snapshot.files.some(({ path, text }) => path === file && text)) await bench.openFile(file);
  if (typeof build === 'number' && build >= 1 && build <= bench.snapshot.builds.length) bench.look(build);
  if (view !== undefined) go(view);
  if (step === undefined) return;
  // In its turn: what is looked at is there when the step is sought in it.
  await bench.ask('read', { path: bench.snapshot.dockerfile, at: 'now' });
  const found = bench.record && stepNamed(bench.record.steps, step);
  if (found) bench.select(found.id);
}
