/** An embed from its options: its language, its engine, its view. */
import { mount, unmount } from 'svelte';
// For who draws words: they are drawn anew when the language changes.
import '#lib/ui/language.ts';
import { embed as words } from '#messages/en/embed.ts';
import { languageOf, languages, speak, type LanguageName } from '#messages/index.ts';
import { learn } from '#messages/translate.ts';
import type { Embed, MountOptions } from '../mount.ts';
import { EmbedSession } from '../session.svelte.ts';
import type { Presentation } from '../vocabulary.ts';
import EmbedView from './EmbedView.svelte';

export async function openEmbed(target: ShadowRoot | HTMLElement, { source, presentation, spawn, site, emit }: MountOptions): Promise<Embed> {
  learn(words);
  await speakAs(presentation, target);
  const session = new EmbedSession({ presentation, spawn, site, emit });
  // Why it cannot be opened stands in the view, and was told.
  await session.methods.load(source).catch(() => undefined);
  const view = mount(EmbedView, { target, props: { session, onresize: (height: number) => emit('resize', { height }) } });
  let there = true;
  const destroy = () => {
    if (!there) return;
    there = false;
    session.end();
    void unmount(view);
  };
  return {
    methods: {
      ...session.methods,
      destroy: () => {
        destroy();
        return Promise.resolve();
      },
    },
    present(next) {
      if (next.lang !== session.presentation.lang) void speakAs(next, target);
      session.present(next);
    },
    destroy,
  };
}

/** One language for all embeds of a page: the one that was asked for last, else that of the page around. */
async function speakAs({ lang }: Presentation, target: ShadowRoot | HTMLElement): Promise<void> {
  const root = target.getRootNode();
  const around = target instanceof HTMLElement ? target.closest<HTMLElement>('[lang]') : null;
  const asked = lang ?? (around ?? (root instanceof ShadowRoot ? root.host.closest<HTMLElement>('[lang]') : null))?.lang ?? '';
  const name = asked.toLowerCase().split('-')[0] ?? '';
  speak(await languageOf(Object.hasOwn(languages, name) || name === 'pseudo' ? (name as LanguageName) : 'en'));
}
