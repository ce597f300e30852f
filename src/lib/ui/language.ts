/** The language of the page: as the link asks, as the person chose it in this browser, or as the browser speaks. */
import { createSubscriber } from 'svelte/reactivity';
import { follow, language, languageOf, languages, speak, type LanguageName } from '#messages/index.ts';

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

let name: LanguageName = 'en';

/** The language that the page speaks, by its name. */
export function spoken(): LanguageName {
  language();
  return name;
}

/** Speaks a language and says so to whoever reads the page aloud; kept nowhere. */
export async function showLanguage(next: LanguageName): Promise<void> {
  const language = await languageOf(next);
  name = next;
  speak(language);
  document.documentElement.lang = language.tag;
}

/** The person's choice, kept in this browser. */
export async function chooseLanguage(name: LanguageName): Promise<void> {
  await showLanguage(name);
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
  if (name !== 'en') await showLanguage(name);
}
