/** A picture in the making: what was chosen, and what it looks like. */
import { spoken } from '#lib/ui/language.ts';
import type { ViewContext } from '#lib/workbench/view.ts';
import { t, type MessageId } from '#messages/index.ts';
import { fileName } from './file-name.ts';
import type { FrameOf } from './film.ts';
import { fontRules } from './fonts.ts';
import { pixelsOf, tooLarge } from './raster.ts';
import { subjects } from './subjects.ts';
import { asFile, withFonts } from './svg-text.ts';

export type Format = 'svg' | 'png' | 'gif';
/** `page`: as the page is now. `auto`: as each reader has it, which only SVG can. */
export type Theme = 'page' | 'light' | 'dark' | 'auto';

/** A film that can be played and made. */
export interface Reel {
  readonly frames: readonly FrameOf[];
  readonly draw: (frame: FrameOf) => string;
  /** Milliseconds in all. */
  readonly length: number;
}

export class Draft {
  view = $state('graph');
  format: Format = $state('svg');
  theme: Theme = $state('page');
  bare = $state(false);
  width = $state(960);
  scale = $state(2);
  fonts = $state(false);
  speed = $state(1);
  loop = $state(true);

  /** SVG text; undefined while it is drawn, and where there is none. */
  svg: string | undefined = $state.raw();
  reel: Reel | undefined = $state.raw();
  /** A choice was changed, and what is seen is not yet what was chosen. */
  drawing = $state(true);
  /** Why there is nothing; absent where there is, and while it is drawn. */
  none: string | undefined = $state();

  readonly context: ViewContext;
  /** Only the graph moves. */
  readonly subject = $derived(subjects.find(({ view }) => view === (this.format === 'gif' ? 'graph' : this.view)) ?? subjects[0]!);
  readonly pixels = $derived(this.svg === undefined ? undefined : pixelsOf(this.svg, this.format === 'svg' ? 1 : this.scale));
  readonly tooLarge = $derived(this.format !== 'svg' && this.pixels !== undefined && tooLarge(this.pixels));
  readonly look = $derived<'auto' | 'light' | 'dark'>(this.theme === 'page' || (this.theme === 'auto' && this.format !== 'svg') ? pageTheme() : this.theme);
  /** What it is saved as. */
  readonly name = $derived.by(() => fileName({ slug: this.context.bench.snapshot.scenario.slug, build: this.context.bench.shown, view: this.subject.view, theme: this.look, kind: this.format }));
  #asked = 0;

  constructor(context: ViewContext) {
    this.context = context;
    if (subjects.some(({ view }) => view === context.view)) this.view = context.view;
  }

  /** Draws what was chosen; the last call counts. */
  async draw(): Promise<void> {
    const asked = ++this.#asked;
    this.drawing = true;
    const { bench, prediction } = this.context;
    const { format } = this;
    const done = (result: { readonly svg?: string | undefined; readonly reel?: Reel; readonly none?: MessageId }) => {
      if (asked !== this.#asked) return;
      this.drawing = false;
      this.svg = result.svg;
      this.reel = result.reel;
      this.none = result.none && t(result.none);
    };
    // Read before anything is waited for: whoever draws again when a choice changes must know them all.
    const request = { view: this.subject.view, build: bench.shown, language: spoken(), theme: this.look, bare: this.bare, width: this.width };
    const { selected } = bench;
    const { speed } = this;
    const { veiled, outcome, asked: steps } = prediction.predict;
    const { none } = this.subject;
    if (veiled) return done({ none: 'picture.veiled' });
    try {
      if (format === 'gif') return done(await this.#film(speed));
      const svg = await bench.ask('picture', { ...request, ...(selected !== undefined && { selected }), ...(outcome && { judged: { outcome: $state.snapshot(outcome), asked: $state.snapshot(steps) } }) });
      done(svg === undefined ? { none } : { svg });
    } catch {
      done({ none: 'picture.failed' });
    }
  }

  async #film(speed: number): Promise<{ readonly svg?: string; readonly reel?: Reel; readonly none?: MessageId }> {
    const { bench } = this.context;
    const { record, before, files, editedAt: edited, snapshot } = bench;
    const { look: theme, width } = this;
    if (!record || record.predicted) return { none: 'picture.film-none' };
    const [{ filmOfBuild, framesOf }, { styles }] = await Promise.all([import('./film.ts'), import('#lib/views/graph/styles.ts')]);
    const title = t('picture.of-build', { scene: snapshot.scenario.title, build: record.number });
    const { film, draw } = filmOfBuild({ title, record, before, files, edited }, { theme, styles, width });
    const frames = framesOf(film, speed);
    const last = frames.at(-1);
    if (!last) return { none: 'picture.film-short' };
    return { svg: draw(last), reel: { frames, draw, length: frames.reduce((sum, { delay }) => sum + delay, 0) } };
  }

  /** The SVG as it is saved. */
  async file(): Promise<string> {
    const svg = this.svg ?? '';
    return asFile(this.fonts ? withFonts(svg, await fontRules(svg)) : svg);
  }
}

/** The colours that the page has now. */
function pageTheme(): 'light' | 'dark' {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
