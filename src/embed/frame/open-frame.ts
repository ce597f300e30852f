/** The page in a frame: what stands in its address is shown, its height is told, and the page around it is listened to. It keeps nothing. */
import { restoreLanguage } from '#lib/ui/language.ts';
import type { Embed } from '../mount.ts';
import { plainPresentation, readPresentation } from '../read-presentation.ts';
import type { Events, Message, Methods, Presentation, Source } from '../vocabulary.ts';
import { createBridge } from './bridge.ts';
import { allowedOrigins } from './frame-source.ts';
import { spawnInFrame } from './spawn.ts';

/** `still`: the picture stands, and a touch begins it. */
export type FrameState = 'still' | 'loading' | 'alive' | 'ended' | 'broken';

export interface FrameOptions {
  /** All of the frame, whose height is told. */
  readonly whole: HTMLElement;
  /** Where the embed is put. */
  readonly target: HTMLElement;
  readonly source: Source;
  /** URL of the site's root, ends with `/`. */
  readonly site: string;
  readonly onstate: (state: FrameState) => void;
}

export interface Frame {
  /** A touch. */
  begin(): void;
  close(): void;
}

export function openFrame({ whole, target, source, site, onstate }: FrameOptions): Frame {
  const id = Date.now().toString(36) + Math.random().toString(36).slice(2);
  const query = new URLSearchParams(location.search);
  let presentation = inFrame(readPresentation((name) => query.get(name)));
  let opening: Promise<Embed> | undefined;
  let embed: Embed | undefined;
  let closed = false;

  const words = () => import('#messages/rest.ts');
  const bridge = createBridge({ id, parent: parent === self ? undefined : parent, origins: allowedOrigins(location.search), words, present, methods });
  const hear = (event: MessageEvent) => bridge.receive(event);
  addEventListener('message', hear);
  // Whoever fixes the height means that of the frame, whatever it becomes.
  const refit = () => presentation.height !== undefined && present({ height: innerHeight });
  addEventListener('resize', refit);

  const observer = new ResizeObserver(() => tellHeight(Math.ceil(whole.getBoundingClientRect().height)));
  observer.observe(whole);

  /** To the page around, connected or not: that a frame is this high is nobody's secret. */
  function tellHeight(height: number): void {
    bridge.tell('resize', { height });
    if (parent !== self) parent.postMessage({ ls: 1, type: 'ls:resize', id, detail: { height } } satisfies Message, '*');
  }

  function present(some: Partial<Presentation>): void {
    presentation = inFrame({ ...presentation, ...some });
    inTheme(presentation);
    embed?.present(presentation);
  }

  function begin(): Promise<Embed> {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      if (!closed) onstate('broken');
      throw error;
    });
    return opening;
  }

  async function open(): Promise<Embed> {
    onstate('loading');
    const [{ mountEmbed }] = await Promise.all([import('../mount.ts'), words(), restoreLanguage()]);
    embed = await mountEmbed(target, { source, presentation, spawn: spawnInFrame, site, emit });
    if (closed) embed.destroy();
    else onstate('alive');
    return embed;
  }

  function emit<E extends keyof Events>(event: E, detail: Events[E]): void {
    if (event !== 'resize') bridge.tell(event, detail);
  }

  async function methods(): Promise<Methods> {
    const { methods } = await begin();
    return { ...methods, destroy: () => methods.destroy().then(end) };
  }

  function end(): void {
    bridge.end();
    onstate('ended');
  }

  inTheme(presentation);
  const stopWaiting = presentation.load === 'click' ? undefined : whenNear(whole, presentation.load === 'eager', () => void begin().catch(() => undefined));

  return {
    begin: () => void begin().catch(() => undefined),
    close() {
      closed = true;
      stopWaiting?.();
      observer.disconnect();
      removeEventListener('message', hear);
      removeEventListener('resize', refit);
      embed?.destroy();
    },
  };
}

/** A fixed height is that of the frame. */
const inFrame = (presentation: Presentation): Presentation => (presentation.height === undefined ? presentation : { ...presentation, height: innerHeight });

/** The whole page is as the page around it wants, not as this reader likes Layerscope. */
function inTheme({ theme }: Presentation): void {
  const { dataset } = document.documentElement;
  delete dataset.density;
  if (theme === plainPresentation.theme) delete dataset.theme;
  else dataset.theme = theme;
}

/** Begins when the frame comes near the window, also where the window is that of a page around it. */
function whenNear(node: HTMLElement, atOnce: boolean, begin: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    begin();
  });
  if (atOnce) begin();
  else observer.observe(node);
  return () => observer.disconnect();
}
