/** The language of the page: as the link asks, as the person chose it in this browser, or as the browser speaks. */
import { createSubscriber } from 'svelte/reactivity';
import { follow, languageOf, languages, speak, type LanguageName } from '#messages/index.ts';

const KEY = 'layerscope:language';

const listeners = new Set<() => void>();
const subscribe = createSubscriber((update) => {
  listeners.add(update);
  return () => listeners.delete(update);
});
follow(subscribe, () => {
  for (const update of listeners) update();
});

const known = (name: string | null | undefined): name is LanguageName => name === 'pseudo' || (name != null && name in languages);

/** Speaks a language and says so to whoever reads the page aloud. */
async function set(name: LanguageName): Promise<void> {
  const language = await languageOf(name);
  speak(language);
  document.documentElement.lang = language.tag;
}

/** The person's choice, kept in this browser. */
export async function chooseLanguage(name: LanguageName): Promise<void> {
  await set(name);
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // A browser that keeps nothing still shows the choice until the tab closes.
  }
}

/** Takes over what the link or this browser asks for; call it once in the browser. */
export async function restoreLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    // As if nothing was kept.
  }
  const name = [asked, kept, ...navigator.languages.map((tag) => tag.split('-')[0])].find(known) ?? 'en';
  if (name !== 'en') await set(name);
}
