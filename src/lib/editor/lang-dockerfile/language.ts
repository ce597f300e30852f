import { Language } from '@codemirror/language';
import { languageData } from './language-data.ts';
import { parser } from './parser.ts';

/** The language itself, without the services around it. */
export const dockerfileLanguage = new Language(languageData, parser, [], 'dockerfile');
