/** Shows a narration over the page that holds its scene, whatever tab is looked at there. */
import { mount, unmount } from 'svelte';
import type { ViewContext } from '#lib/workbench/view.ts';
import Caption from './Caption.svelte';
import type { Narration } from './narration.ts';
import { Replay } from './replay.svelte.ts';

/** False where it cannot be shown now. */
export async function show(narration: Narration, context: ViewContext, at: number): Promise<boolean> {
  const replay = new Replay(narration, context);
  if (!(await replay.begin(at))) return false;
  const drawn = mount(Caption, {
    target: document.body,
    props: {
      replay,
      onend: () => {
        void unmount(drawn);
        void replay.end();
      },
    },
  });
  return true;
}
