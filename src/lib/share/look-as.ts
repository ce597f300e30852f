/** The looks of a page as its query asks for them, as long as the page is open: what the person chose is kept, and there again. */
import './looks.css';
import { appearance } from '#lib/ui/appearance.svelte.ts';
import { stillness } from '#lib/ui/motion.svelte.ts';
import type { PagePresentation } from './presentation.ts';

/** Gives what takes it back. `app.html` does the same before the first paint. */
export function lookAs({ theme, ui, motion }: PagePresentation): () => void {
  const { dataset } = document.documentElement;
  if (theme) appearance.show(theme === 'auto' ? 'system' : theme);
  if (ui) dataset.ui = ui;
  stillness.asked = motion === 'off';
  return () => {
    delete dataset.ui;
    stillness.asked = false;
    if (theme) appearance.recall();
  };
}
