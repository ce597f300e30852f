/**
 * What a page of the workbench begins with, as its address says it: the reader's own work, or a scene that came in a link. Another
 * link in the same tab (pasted, followed, gone back to) is opened in its place; what was done stays kept where it belongs.
 */
import { start } from '#lib/state/start.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import type { ViewContext } from '#lib/workbench/view.ts';
import { t } from '#messages/index.ts';
import { isLink } from './is-link.ts';
import type { PagePresentation } from './presentation.ts';
import { showLook } from './show-look.ts';

export interface LinkPage {
  readonly bench: Workbench;
  readonly context: ViewContext;
  readonly asked: PagePresentation;
  /** Address of the page of a scene, without origin. */
  readonly pageOf: (scenario: string) => string;
}

/** Opens what the address says, and goes on doing so; gives what ends it. */
export function begin(page: LinkPage): () => void {
  const { bench, asked } = page;
  let end = () => {};
  let turn = 0;
  let shown = linkIn(location.hash);

  async function open(): Promise<void> {
    const mine = ++turn;
    const fragment = shown;
    end();
    end = () => {};
    bench.notice = undefined;
    if (fragment === '') end = ownWork(page);
    else {
      const { openLink } = await import('./open-link.ts');
      if (mine === turn) end = openLink(fragment, page, { adopt: (begun) => (end = begun), leave });
    }
  }

  /** To the reader's own work: this page without the link. */
  function leave(): void {
    history.pushState(history.state, '', `${location.pathname}${location.search}`);
    shown = '';
    void open();
  }

  function follow(): void {
    const next = linkIn(location.hash);
    // Another place of the page is none of another scene.
    if (next === shown || (next === '' && location.hash.length > 1)) return;
    shown = next;
    void open();
  }

  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
  bench.locked = asked.readonly === true;
  void open();
  return () => {
    turn++;
    removeEventListener('hashchange', follow);
    removeEventListener('popstate', follow);
    end();
  };
}

const linkIn = (hash: string) => (isLink(hash) ? hash : '');

/** The scene with what the reader did to it; one that is only to be looked at is as it begins. */
export function ownWork(page: LinkPage, notice?: Workbench['notice']): () => void {
  const { bench, context, asked } = page;
  return start(bench, {
    fleeting: asked.readonly === true,
    onready: () => {
      void showLook(bench, context.go, {}, asked);
      // What was said of another scene in this place is over.
      bench.notice = notice ?? (bench.locked ? { kind: 'info', text: t('share.locked'), action: { label: t('share.own-work'), run: unlocked } } : undefined);
    },
  });
}

/** The same page where everything can be edited. */
function unlocked(): void {
  const query = new URLSearchParams(location.search);
  query.delete('readonly');
  location.search = query.toString();
}
