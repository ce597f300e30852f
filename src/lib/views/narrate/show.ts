/** Shows a narration over the page that holds its scene, whatever tab is looked at there. */
import { mount, unmount } from 'svelte';
import type { ViewContext } from '#lib/workbench/view.ts';
import Caption from './Caption.svelte';
import type { Narration } from './narration.ts';
import { Replay, type Manner } from './replay.svelte.ts';

/** What ends it; undefined where it cannot be shown now. */
export async function show(narration: Narration, context: ViewContext, at: number, manner: Manner = {}): Promise<(() => void) | undefined> {
  const replay = new Replay(narration, context, manner);
  if (!(await replay.begin(at))) return undefined;
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    void unmount(drawn);
    void replay.end();
  };
  const drawn = mount(Caption, { target: document.body, props: { replay, onend: end } });
  return end;
}
