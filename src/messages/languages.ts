/** The languages there are. All but English are loaded when they are asked for. */
import type { Language } from './catalogue.ts';
import { english } from './translate.ts';

/** In their own words; the pseudo-language is for tests and is offered nowhere. */
export const languages = { en: 'English', de: 'Deutsch' } as const;

export type LanguageName = keyof typeof languages | 'pseudo';

const loaders: Record<LanguageName, () => Promise<Language>> = {
  en: () => Promise.resolve(english),
  de: () => import('./de/index.ts').then(({ german }) => german),
  pseudo: () => import('./pseudo.ts').then(({ pseudo }) => pseudo),
};

/** Loads a language by its name. */
export function languageOf(name: LanguageName): Promise<Language> {
  return loaders[name]();
}
