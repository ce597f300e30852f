/** Every word of the interface, and the engine's explanations in words. See README.md for how a message is added. */
export type { Language, MessageId, Messages, Translation } from './catalogue.ts';
export { languages, languageOf, type LanguageName } from './languages.ts';
export { english, figure, follow, language, plain, sentence, speak, t, text, type Values } from './translate.ts';
