/** What comes with the first element that begins: the view, its styles, and one home for the engines of all of them. */
import '#lib/ui/tokens.css';
import { mountEmbed, type Embed, type MountOptions } from '../mount.ts';
import { waysHome } from './engine-home.ts';
import { shareEngines } from './engine-share.ts';
import styles from 'virtual:embed-styles';

export type { Embed } from '../mount.ts';

let sheet: CSSStyleSheet | undefined;
let spawn: MountOptions['spawn'] | undefined;

/** Where engines live: a worker where one can be had, or the page itself where it wants that. */
export type Engines = 'worker' | 'page';

/** Shows an embed in `target`, which stands in `root`. All elements of a page share one style sheet and one worker. */
export function begin(root: ShadowRoot, target: HTMLElement, engines: Engines, options: Omit<MountOptions, 'spawn'>): Promise<Embed> {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(styles);
  // Below the element's own, so that those have the last word.
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
  spawn ??= shareEngines(waysHome(engines));
  return mountEmbed(target, { ...options, spawn });
}
