/** A scene that came in a link, opened beside the reader's own work: it has a place of its own in the store, named after the link. */
import type { Log } from '#engine/workspace/log.ts';
import { start } from '#lib/state/start.ts';
import type { Offer, Workbench } from '#lib/state/workbench.svelte.ts';
import { t } from '#messages/index.ts';
import { ownWork, type LinkPage } from './begin.ts';
import { linkName } from './link-name.ts';
import { pageThere } from './page-there.ts';
import { problemText } from './problem-text.ts';
import { readLink, sharedLog, type SharedScene } from './scene-link.ts';
import { showLook } from './show-look.ts';

interface Ways {
  /** Something else has begun in the place of the link: what ends it. */
  readonly adopt: (end: () => void) => void;
  /** Leads back to the reader's own work. */
  readonly leave: () => void;
}

/** Opening takes longer than this, milliseconds: something is said. */
const PAUSE = 1_500;

/** Connects the workbench to the scene of a link, or to the reader's own work with a sentence where the link cannot be read. */
export function openLink(fragment: string, page: LinkPage, ways: Ways): () => void {
  const { bench, pageOf } = page;
  const { slug } = bench.snapshot.scenario;
  const read = readLink(fragment);
  if (!read.ok) {
    const { saved } = read;
    if (!saved) return ownWork(page, { kind: 'problem', text: problemText(read.problem, read.place) });
    // What is missing names the scene; it is that of the page, which the link leads to.
    const rest: SharedScene = { scenario: slug, actions: saved };
    const open = () => {
      end();
      ways.adopt(openScene(rest, `${linkName(fragment)}-cut`, page, ways));
    };
    const end = ownWork(page, { kind: 'problem', text: t('share.cut-short', { n: saved.length }), action: { label: t('share.open-rest'), run: open } });
    return end;
  }
  const { scene } = read;
  if (scene.scenario === slug) return openScene(scene, linkName(fragment), page, ways);
  const there = pageOf(scene.scenario);
  void pageThere(there).then((found) => {
    if (found) location.replace(`${there}${location.search}${fragment}`);
    else ways.adopt(ownWork(page, { kind: 'problem', text: t('share.no-scene', { scene: scene.scenario }) }));
  });
  return () => {};
}

function openScene(scene: SharedScene, name: string, page: LinkPage, ways: Ways): () => void {
  const { bench, context, asked } = page;
  const log = sharedLog(scene);
  /** What plays over the page and ends with it. */
  const running: (() => void)[] = [];
  const own: Offer = { label: t('share.own-work'), run: ways.leave };
  const slow = setTimeout(() => (bench.notice = { kind: 'info', text: t('share.opening', { n: scene.actions.length }), action: own }), PAUSE);
  const mine: Offer = {
    label: t('share.make-mine'),
    run: () => {
      end();
      ways.adopt(makeMine(bench.log ?? log, page));
    },
  };
  const disconnect = start(bench, {
    apart: { name, log },
    fleeting: asked.readonly === true,
    onready: ({ kept }) => {
      clearTimeout(slow);
      // Where a narration was only walked through, nothing was done.
      const edited = kept && JSON.stringify(bench.log?.nodes) !== JSON.stringify(log.nodes);
      // A view that stands alone is for looking at; nothing lies over it.
      if (asked.ui !== 'focus') bench.notice = { kind: 'info', text: bench.locked ? t('share.opened-locked') : edited ? t('share.opened-again') : t('share.opened'), action: mine, also: own };
      void present(edited);
    },
    onstuck: () => {
      clearTimeout(slow);
      end();
      ways.adopt(ownWork(page, { kind: 'problem', text: t('share.problem-slow', { n: scene.actions.length }) }));
    },
  });
  const end = () => {
    clearTimeout(slow);
    disconnect();
    for (const stop of running.splice(0)) stop();
  };
  return end;

  /** Shows what the link shows: a narration, a question, two Dockerfiles, or what was looked at. */
  async function present(edited: boolean): Promise<void> {
    const { notes, asks, duel } = scene;
    if (duel) {
      const { Contest } = await import('#lib/views/duel/contest.svelte.ts');
      Contest.of(bench).offer(duel);
    }
    await showLook(bench, context.go, { ...scene, ...(duel && { view: 'duel' }) }, asked);
    if (edited) return;
    if (notes?.length) {
      const { playLink } = await import('./play-link.ts');
      const stop = await playLink(scene, log, context);
      if (stop) running.push(stop);
    } else if (asks) context.prediction.start();
  }
}

/** Makes what came in a link the reader's own work on this scene; what they had done before is a branch of it. */
function makeMine(log: Log, page: LinkPage): () => void {
  const { bench } = page;
  bench.locked = false;
  const query = new URLSearchParams(location.search);
  query.delete('readonly');
  const rest = query.toString();
  history.pushState(history.state, '', `${location.pathname}${rest === '' ? '' : `?${rest}`}`);
  return start(bench, {
    adopt: log,
    onready: ({ before }) => {
      bench.notice = before === undefined ? { kind: 'info', text: t('share.made-mine') } : { kind: 'info', text: t('share.made-mine-beside'), action: { label: t('share.to-earlier'), run: () => toEarlier(bench, before) } };
    },
  });
}

function toEarlier(bench: Workbench, node: number): void {
  bench.notice = undefined;
  void bench.rewind(node);
}
