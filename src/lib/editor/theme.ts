import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Four roles and no more; the colours of states never stand for syntax. */
const highlightStyle = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword], color: 'var(--code-keyword)', fontWeight: 'var(--w-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.character], color: 'var(--code-string)' },
  { tag: [tags.comment, tags.lineComment, tags.meta], color: 'var(--code-comment)' },
  { tag: [tags.attributeName, tags.attributeValue, tags.variableName], color: 'var(--code-flag)' },
]);

const hatch = (state: string) => ({
  background: `repeating-linear-gradient(135deg, var(--${state}-fill) 0 2px, var(--${state}-tint) 2px 4.5px)`,
  boxShadow: `inset 0 0 0 1px var(--${state}-stroke)`,
});

/** Every colour and size comes from a token, so that light, dark and projector need no second theme. */
const editorTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--ink)', '--note-ground': 'var(--surface)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', fontSize: 'var(--text-code)', lineHeight: 'var(--lh-code)', fontWeight: 'var(--w-text)', fontFeatureSettings: 'var(--features-code)', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px 0 4px' },
  '&.cm-with-notes .cm-line': { paddingRight: '10.5em' },
  '.cm-cursor, .cm-dropCursor': { borderLeft: '1.5px solid var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'color-mix(in srgb, var(--focus) 24%, transparent)' },
  '.cm-content ::selection': { background: 'transparent' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selected)', outline: '1px solid var(--line-3)', borderRadius: 'var(--r1)' },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  '.cm-specialChar': { color: 'var(--failed-text)' },
  '.cm-foldPlaceholder': { background: 'var(--sunken)', border: '1px solid var(--line-2)', borderRadius: 'var(--r1)', color: 'var(--ink-3)', margin: '0 4px', padding: '0 6px', fontFamily: 'var(--sans)', fontSize: 'var(--text-micro)' },
  '.cm-spoken': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },

  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-3)', border: 'none' },
  '.cm-gutters.cm-gutters-before': { borderRightWidth: 0 },
  '.cm-gutters.cm-gutters-after': { borderLeftWidth: 0, width: 0, backgroundColor: 'transparent' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '30px', padding: '0 8px 0 4px', fontSize: '0.846em', fontFeatureSettings: 'var(--features-code)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-foldGutter': { width: '10px' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'default', color: 'var(--ink-3)' },
  '.cm-fold-open': { opacity: 0, transition: 'opacity var(--t-reveal)' },
  '.cm-gutters:hover .cm-fold-open': { opacity: 1 },

  '.cm-cores': { width: 'var(--core-gutter)' },
  '.cm-core': { position: 'relative' },
  '.cm-core::before': { content: '""', position: 'absolute', inset: '0', borderRadius: '0' },
  '.cm-core-first::before': { top: '1px', borderStartStartRadius: '1px', borderStartEndRadius: '1px' },
  '.cm-core-last::before': { bottom: '1px', borderEndStartRadius: '1px', borderEndEndRadius: '1px' },
  '.cm-core-cached::before': { background: 'var(--cached-tint-2)', borderInline: '1px solid var(--cached-stroke)' },
  '.cm-core-cached.cm-core-first::before': { borderTop: '1px solid var(--cached-stroke)' },
  '.cm-core-cached.cm-core-last::before': { borderBottom: '1px solid var(--cached-stroke)' },
  '.cm-core-rebuilt::before': { background: 'var(--rebuilt-fill)' },
  '.cm-core-will-rebuild::before': hatch('rebuilt'),
  '.cm-core-failed::before': { background: 'var(--failed-fill)' },
  '.cm-core-will-fail::before': hatch('failed'),
  '.cm-core-not-needed::before, .cm-core-stopped::before': { border: '0 dashed var(--none-stroke)', borderInlineWidth: '1px' },
  '.cm-core-stopped::before': { borderStyle: 'solid' },
  '.cm-core-not-needed.cm-core-first::before, .cm-core-stopped.cm-core-first::before': { borderTopWidth: '1px' },
  '.cm-core-not-needed.cm-core-last::before, .cm-core-stopped.cm-core-last::before': { borderBottomWidth: '1px' },
  '.cm-core-config::before': { insetInline: '2px', background: 'var(--line-2)' },

  '.cm-notes': { width: 0, overflow: 'visible' },
  '.cm-note-line': { position: 'relative', width: 0 },
  '.cm-note': {
    position: 'absolute', right: 0, top: 0, display: 'flex', alignItems: 'center', gap: '5px', height: 'var(--lh-code)', paddingInline: '26px 12px',
    background: 'linear-gradient(to right, transparent, var(--note-ground) 22px)', whiteSpace: 'nowrap', color: 'var(--ink-3)',
    fontFamily: 'var(--sans)', fontSize: 'var(--text-small)', fontFeatureSettings: 'var(--features-num)', cursor: 'default',
  },
  '.cm-note-will-rebuild .cm-note-words, .cm-note-rebuilt .cm-note-words': { color: 'var(--rebuilt-text)', fontWeight: 'var(--w-medium)' },
  '.cm-note-failed .cm-note-words, .cm-note-will-fail .cm-note-words': { color: 'var(--failed-text)', fontWeight: 'var(--w-medium)' },
  '.cm-sign': { flex: 'none' },
  '.cm-sign-cached': { color: 'var(--cached-stroke)' },
  '.cm-sign-rebuilt': { color: 'var(--rebuilt-stroke)' },
  '.cm-sign-failed': { color: 'var(--failed-stroke)' },
  '.cm-sign-not-needed, .cm-sign-stopped': { color: 'var(--none-stroke)' },
  '.cm-sign-modelled': { color: 'var(--modelled-stroke)' },
  '.cm-picked-line': { backgroundColor: 'var(--selected)' },

  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink-2)', fontFamily: 'var(--sans)', fontSize: 'var(--text-small)', lineHeight: 'var(--lh-small)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-size-notice': { padding: '6px 12px' },
});

/** The look of the editor, from the design tokens. */
export const theme: Extension = [editorTheme, syntaxHighlighting(highlightStyle)];
