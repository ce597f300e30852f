/**
 * `<layer-scope>`: shows the page's own content in a quiet frame, and puts a dry run in its place when that is near the window or touched.
 * Until then it has loaded nothing but this. Where anything is missing, the page's own content stays.
 */
import { presentationNames } from '../read-presentation.ts';
import type { EventName, Events, Methods, Presentation, Source, ToldBuild } from '../vocabulary.ts';
import { awaitArrival, whenUnselected } from './arrival.ts';
import { reflect, takeEarly, write } from './attributes.ts';
import type { Embed, Engines } from './live.ts';
import { fileAt, filesOf } from './own-files.ts';
import { followPageTheme, themeAround } from './page-theme.ts';
import { readAttributes, sourceNames, type Read } from './read-attributes.ts';
import { looks } from './sheet.ts';
import { createStill, type StillState } from './still.ts';
import { languageAround, word } from './words.ts';

/** Pixels: the page's own content may be as high as it likes, what takes its place is filled up no further. */
const highestKept = 800;

/** Where this script came from: the site, and whether the page wants no worker (`layer-scope.js?engine=page`). */
const site = new URL(/* @vite-ignore */ '../', import.meta.url).href;
const engines: Engines = new URL(import.meta.url).searchParams.get('engine') === 'page' ? 'page' : 'worker';

let sheet: CSSStyleSheet | undefined;

export class LayerScope extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [...presentationNames, ...sourceNames];

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #still = createStill();
  /** Where the view is put. */
  readonly #place = document.createElement('div');
  #state: StillState = 'at-rest';
  #connected = false;
  #embed: Embed | undefined;
  #starting: Promise<Embed> | undefined;
  /** Counts beginnings and ends: what arrives for an earlier one is let go. */
  #turn = 0;
  #given: Source | undefined;
  #shown: { source: string; presentation: string } = { source: '', presentation: '' };
  #changed = false;
  #stopArrival: (() => void) | undefined;
  #stopTheme: (() => void) | undefined;
  readonly #warned = new Set<string>();

  constructor() {
    super();
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(looks);
    this.#root.adoptedStyleSheets = [sheet];
    this.#place.className = 'ls-live';
    this.#place.hidden = true;
    this.#root.append(this.#still.node, this.#place);
    const touch = (): void => {
      if (this.#state === 'at-rest') this.#begin();
    };
    for (const kind of ['pointerdown', 'focusin', 'keydown'] as const) this.#still.node.addEventListener(kind, touch);
    this.#still.button.addEventListener('click', () => this.#begin());
  }

  connectedCallback(): void {
    // Moved in the page: what runs goes on, in other surroundings.
    if (this.#connected) return this.#follow();
    this.#connected = true;
    takeEarly(this);
    this.#stopTheme = followPageTheme(() => this.#follow());
    this.#rest();
    this.#arm();
  }

  disconnectedCallback(): void {
    // Who moves it takes it out first.
    queueMicrotask(() => {
      if (this.isConnected || !this.#connected) return;
      this.#connected = false;
      this.#end();
      this.#stopTheme?.();
    });
  }

  attributeChangedCallback(_: string, before: string | null, now: string | null): void {
    if (before === now || this.#changed || !this.#connected) return;
    this.#changed = true;
    // Several change together.
    queueMicrotask(() => {
      this.#changed = false;
      if (this.#connected) this.#follow();
    });
  }

  /** Shows something else; as a property, when it begins: some frameworks set it where others write the attribute. */
  get load(): Methods['load'] {
    return (source) => this.#load(source);
  }
  set load(when: unknown) {
    write(this, 'load', when);
  }

  get step(): Methods['step'] {
    return async (step) => (await this.#start()).methods.step(step);
  }
  set step(step: unknown) {
    write(this, 'step', step);
  }

  async getState(): ReturnType<Methods['getState']> {
    return (await this.#start()).methods.getState();
  }

  async editFile(path: string, text?: string): Promise<ToldBuild> {
    return (await this.#start()).methods.editFile(path, text);
  }

  async build(): Promise<ToldBuild> {
    return (await this.#start()).methods.build();
  }

  async explain(step?: string): Promise<string> {
    return (await this.#start()).methods.explain(step);
  }

  async getShareUrl(): Promise<string> {
    return (await this.#start()).methods.getShareUrl();
  }

  async exportSvg(theme?: Presentation['theme']): Promise<string> {
    return (await this.#start()).methods.exportSvg(theme);
  }

  /** Ends it and gives back the page's own content, until it is touched again. */
  destroy(): Promise<void> {
    this.#end();
    if (this.#connected) this.#rest();
    return Promise.resolve();
  }

  async #load(source: Source): Promise<ToldBuild> {
    if (this.#embed) return this.#embed.methods.load(source);
    this.#given = source;
    return (await (await this.#start()).methods.getState()).shown;
  }

  /** What is written, with the files that the page holds at this moment. */
  #read(): Read {
    const selector = this.getAttribute('dockerfile-from')?.trim();
    const block = selector ? fileAt(selector, this) : undefined;
    const read = readAttributes((name) => this.getAttribute(name), [...(block ? [block] : []), ...filesOf(this)]);
    this.#warn([...read.wrong, ...(selector && !block ? [`dockerfile-from="${selector.slice(0, 80)}" leads to no code block.`] : [])]);
    return this.#given ? { ...read, source: this.#given } : read;
  }

  #warn(sentences: readonly string[]): void {
    for (const sentence of sentences) {
      if (this.#warned.has(sentence)) continue;
      this.#warned.add(sentence);
      console.warn(`<layer-scope> ${sentence}`);
    }
  }

  /** The presentation with what the page around it says. */
  #presentation(read: Presentation): Presentation {
    const lang = read.lang ?? languageAround(this);
    return { ...read, theme: read.theme === 'auto' ? themeAround(this) : read.theme, ...(lang !== '' && { lang }) };
  }

  #say(state: StillState, why?: string): void {
    this.#state = state;
    this.#still.say(state, languageAround(this), why);
  }

  /** The page's own content, and whether there is anything to begin with. */
  #rest(): void {
    const { source, presentation } = this.#read();
    this.#still.height(presentation.height);
    const empty = this.firstElementChild === null && this.textContent.trim() === '';
    this.#still.own.hidden = empty;
    // About as high as a view will be, so that the page does not jump.
    this.#still.node.classList.toggle('ls-empty', empty && source !== undefined && presentation.height === undefined);
    this.#say(source ? 'at-rest' : 'nothing');
  }

  #arm(): void {
    this.#stopArrival?.();
    this.#stopArrival = awaitArrival(this, this.#read().presentation.load, () => this.#begin());
  }

  /** Follows its attributes and the page around it. */
  #follow(): void {
    const read = this.#read();
    if (!this.#embed) {
      if (this.#state === 'at-rest' || this.#state === 'refused' || this.#state === 'nothing') {
        this.#rest();
        this.#arm();
      }
      return;
    }
    const presentation = this.#presentation(read.presentation);
    const source = this.#sourceKey(read.source);
    const other = JSON.stringify(presentation);
    if (other !== this.#shown.presentation) this.#embed.present(presentation);
    if (source !== this.#shown.source && read.source) void this.#embed.methods.load(read.source).catch(() => undefined);
    this.#shown = { source, presentation: other };
  }

  /** Children that change later are not followed: what a reader has begun stays. Attributes are. */
  #sourceKey(source: Source | undefined): string {
    return source?.kind === 'files' ? JSON.stringify([source.scene, this.getAttribute('dockerfile-from')]) : JSON.stringify(source);
  }

  #begin(): void {
    this.#start().catch(() => undefined);
  }

  #start(): Promise<Embed> {
    if (!this.#starting) {
      const turn = ++this.#turn;
      this.#starting = this.#open(turn).catch((error: unknown) => {
        if (turn === this.#turn) this.#starting = undefined;
        throw error;
      });
    }
    return this.#starting;
  }

  async #open(turn: number): Promise<Embed> {
    // A framework may set children and attributes after it put the element there.
    await Promise.resolve();
    const { source, presentation: read } = this.#read();
    if (!source) return this.#fail('nothing');
    this.#stopArrival?.();
    this.#say('loading');
    const presentation = this.#presentation(read);
    let shown = false;
    let refusal: string | undefined;
    const emit = <E extends EventName>(event: E, detail: Events[E]): void => {
      if (event === 'ready') shown = true;
      if (event === 'error') refusal = (detail as Events['error']).says;
      if (turn === this.#turn) this.#tell(event, detail);
    };
    this.#place.hidden = false;
    this.#place.classList.add('ls-pending');
    let embed: Embed;
    try {
      const { begin } = await import('./live.ts');
      if (turn !== this.#turn) throw new Error('It has ended.');
      embed = await begin(this.#root, this.#place, engines, { source, presentation, site, emit });
    } catch (error) {
      if (turn !== this.#turn) throw error;
      this.#warn([`could not be loaded: ${error instanceof Error ? error.message : String(error)}`]);
      return this.#fail('failed');
    }
    if (!shown && turn === this.#turn) {
      // Why was told already. The page's own content is worth more than a frame around nothing.
      embed.destroy();
      this.#hide();
      this.#still.node.classList.remove('ls-empty');
      this.#say('refused', refusal);
      throw new Error(refusal);
    }
    await whenUnselected(this);
    if (turn !== this.#turn) {
      embed.destroy();
      throw new Error('It has ended.');
    }
    this.#shown = { source: this.#sourceKey(source), presentation: JSON.stringify(presentation) };
    this.#show(embed);
    this.#follow();
    return embed;
  }

  /** Puts the view in the place of the page's own content: no lower than that was, and with the focus if that had it. */
  #show(embed: Embed): void {
    this.#embed = embed;
    const focused = this.matches(':focus-within');
    this.#place.style.setProperty('--ls-kept', `${Math.min(highestKept, this.#still.node.offsetHeight)}px`);
    this.#still.node.hidden = true;
    this.#place.classList.remove('ls-pending');
    if (focused) this.#place.querySelector<HTMLElement>('button:not([disabled]), a[href], [tabindex="0"]')?.focus({ preventScroll: true });
  }

  #fail(state: 'failed' | 'nothing'): never {
    const says = word(state === 'failed' ? 'element.failed' : 'element.nothing', languageAround(this));
    this.#hide();
    this.#say(state);
    this.#tell('error', { says });
    throw new Error(says);
  }

  #end(): void {
    this.#turn++;
    this.#stopArrival?.();
    this.#embed?.destroy();
    this.#embed = this.#starting = this.#given = undefined;
    this.#hide();
  }

  #hide(): void {
    this.#place.hidden = true;
    this.#place.replaceChildren();
    this.#still.node.hidden = false;
  }

  #tell<E extends EventName>(event: E, detail: Events[E]): void {
    this.dispatchEvent(new CustomEvent(`ls:${event}`, { detail, bubbles: true, composed: true }));
  }
}

reflect(LayerScope.prototype);
