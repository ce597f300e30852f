import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** Four roles and no more; the colours of states never stand for syntax. */
export const syntax = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword], color: 'var(--code-keyword)', fontWeight: 'var(--w-keyword)' },
    { tag: [tags.string, tags.special(tags.string), tags.character], color: 'var(--code-string)' },
    { tag: [tags.comment, tags.lineComment, tags.meta], color: 'var(--code-comment)' },
    { tag: [tags.attributeName, tags.attributeValue, tags.variableName], color: 'var(--code-flag)' },
  ]),
);
