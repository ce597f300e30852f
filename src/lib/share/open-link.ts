/** A scene that came in a link, opened beside the reader's own work: it has a place of its own in the store, named after the link. */
import { start } from '#lib/state/start.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import { t, type MessageId } from '#messages/index.ts';
import { linkName } from './link-name.ts';
import { readLink, sharedLog, type LinkProblem, type SharedScene } from './scene-link.ts';

export interface LinkPage {
  readonly bench: Workbench;
  /** Goes to a view. */
  readonly go: (view: string) => void;
  /** Leads to the page of a scene, with the link. */
  readonly visit: (scenario: string, fragment: string) => void;
  /** Leads back to the reader's own work: the page without the link. */
  readonly leave: () => void;
}

const problems = {
  'no-link': 'share.problem-no-link',
  newer: 'share.problem-newer',
  'too-long': 'share.problem-too-long',
  broken: 'share.problem-broken',
  'not-a-scene': 'share.problem-not-a-scene',
} as const satisfies Record<LinkProblem, MessageId>;

/** Connects the workbench to the scene of a link, or to the reader's own work with a sentence where the link cannot be read. */
export function startLink(fragment: string, { bench, go, visit, leave }: LinkPage): () => void {
  const read = readLink(fragment);
  if (!read.ok) {
    const text = t(problems[read.problem], { place: read.place ?? 'none' });
    return start(bench, { onready: () => (bench.notice = { kind: 'problem', text }) });
  }
  const { scene } = read;
  if (scene.scenario !== bench.snapshot.scenario.slug) {
    visit(scene.scenario, fragment);
    return () => {};
  }
  return start(bench, { apart: { name: linkName(fragment), log: sharedLog(scene) }, onready: () => present(scene, bench, go, leave) });
}

/** Shows what the link was looking at. */
function present({ view, step, file, build }: SharedScene, bench: Workbench, go: LinkPage['go'], leave: LinkPage['leave']): void {
  if (file !== undefined && bench.snapshot.files.some(({ path, text }) => path === file && text)) void bench.openFile(file);
  if (build !== undefined && build >= 1 && build <= bench.snapshot.builds.length) bench.look(build);
  if (step !== undefined) bench.select(step);
  if (view !== undefined) go(view);
  bench.notice = { kind: 'info', text: t('share.opened'), action: { label: t('share.own-work'), run: leave } };
}
