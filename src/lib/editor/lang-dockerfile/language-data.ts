import { defineLanguageFacet } from '@codemirror/language';

/** What the editor's commands ask about the language: comments, brackets, the characters of a word. */
export const languageData = defineLanguageFacet({
  name: 'dockerfile',
  commentTokens: { line: '#' },
  closeBrackets: { brackets: ['(', '[', '{', '"', "'"] },
  wordChars: '-_.',
});
