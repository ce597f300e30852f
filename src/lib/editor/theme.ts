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
  borderInline: `1px solid var(--${state}-stroke)`,
});

/** Lines above and below close the strip at the ends of an instruction. */
const closed = (selector: string, border: string) => ({
  [`${selector}.cm-core-first::before`]: { borderTop: border },
  [`${selector}.cm-core-last::before`]: { borderBottom: border },
});

/** Every colour and size comes from a token, so that light, dark and projector need no second theme. */
const editorTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--ink)', '--note-ground': 'var(--surface)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { containerType: 'inline-size', fontFamily: 'var(--mono)', fontSize: 'var(--text-code)', lineHeight: 'var(--lh-code)', fontWeight: 'var(--w-text)', fontFeatureSettings: 'var(--features-code)', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  // The caret shows where the focus is.
  '.cm-content:focus-visible': { boxShadow: 'none' },
  '.cm-line': { padding: '0 12px 0 2px' },
  '.cm-line.cm-room-short': { paddingRight: '8em' },
  '.cm-line.cm-room-long': { paddingRight: '13em' },
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
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '30px', padding: '0 8px', fontSize: '0.846em', fontFeatureSettings: 'var(--features-code)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-foldGutter': { width: '12px' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'default', display: 'flex', justifyContent: 'center', height: 'var(--lh-code)' },
  '.cm-fold-open, .cm-fold-closed': { flex: 'none', width: '5px', height: '5px', marginTop: 'calc(var(--lh-code) / 2 - 4px)', border: 'solid var(--ink-3)', borderWidth: '0 1.5px 1.5px 0', transform: 'rotate(45deg)' },
  '.cm-fold-closed': { transform: 'rotate(-45deg)', marginTop: 'calc(var(--lh-code) / 2 - 3px)' },
  '.cm-fold-open': { opacity: 0, transition: 'opacity var(--t-reveal)' },
  '.cm-gutters:hover .cm-fold-open': { opacity: 1 },

  '.cm-cores': { width: 'var(--core-gutter)' },
  '.cm-core': { position: 'relative' },
  '.cm-core::before': { content: '""', position: 'absolute', inset: '0', forcedColorAdjust: 'none' },
  '.cm-core-first::before': { top: '1px', borderStartStartRadius: '1px', borderStartEndRadius: '1px' },
  '.cm-core-last::before': { bottom: '1px', borderEndStartRadius: '1px', borderEndEndRadius: '1px' },
  '.cm-core-cached::before': { background: 'var(--cached-tint-2)', borderInline: '1px solid var(--cached-stroke)' },
  ...closed('.cm-core-cached', '1px solid var(--cached-stroke)'),
  '.cm-core-rebuilt::before': { background: 'var(--rebuilt-fill)' },
  '.cm-core-will-rebuild::before': hatch('rebuilt'),
  ...closed('.cm-core-will-rebuild', '1px solid var(--rebuilt-stroke)'),
  '.cm-core-failed::before': { background: 'var(--failed-fill)' },
  '.cm-core-will-fail::before': hatch('failed'),
  ...closed('.cm-core-will-fail', '1px solid var(--failed-stroke)'),
  '.cm-core-not-needed::before': { borderInline: '1px dashed var(--none-stroke)' },
  ...closed('.cm-core-not-needed', '1px dashed var(--none-stroke)'),
  '.cm-core-stopped::before': { borderInline: '1px solid var(--none-stroke)' },
  ...closed('.cm-core-stopped', '1px solid var(--none-stroke)'),
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
  '.cm-sign': { flex: 'none', width: '1em', height: '1em' },
  '.cm-sign-cached': { color: 'var(--cached-stroke)' },
  '.cm-sign-rebuilt': { color: 'var(--rebuilt-stroke)' },
  '.cm-sign-failed': { color: 'var(--failed-stroke)' },
  '.cm-sign-not-needed, .cm-sign-stopped': { color: 'var(--none-stroke)' },
  '.cm-sign-modelled': { color: 'var(--modelled-stroke)' },
  '.cm-new-line, .cm-new-number': { backgroundColor: 'var(--rebuilt-tint)', '--note-ground': 'var(--rebuilt-tint)' },
  '.cm-new-words': { backgroundColor: 'var(--rebuilt-tint-2)', borderRadius: 'var(--r1)', boxShadow: '0 0 0 1px var(--rebuilt-tint-2)' },
  '.cm-old-lines, .cm-old-number': { backgroundColor: 'var(--sunken)', color: 'var(--ink-3)' },
  '.cm-old-lines': { padding: '0 12px 0 2px', whiteSpace: 'pre' },
  '.cm-old-lines del': { textDecorationColor: 'var(--ink-4)' },
  '.cm-picked-line, .cm-picked-number': { backgroundColor: 'var(--selected)', '--note-ground': 'var(--selected)' },

  '.cm-error-line': { backgroundColor: 'var(--failed-tint)' },
  '.cm-error-number': { backgroundColor: 'var(--failed-tint)', '--note-ground': 'var(--failed-tint)' },
  '.cm-lineNumbers .cm-error-number': { color: 'var(--failed-text)', fontWeight: 'var(--w-strong)' },
  // A widget of the editor may have no margin: its height would be measured without it.
  '.cm-error-place': { padding: '0 12px 6px 2px', maxWidth: 'calc(100cqi - 48px)' },
  '.cm-error-box': {
    padding: '6px 0 10px 12px', borderInlineStart: '3px solid var(--failed-stroke)', whiteSpace: 'normal',
    fontFamily: 'var(--sans)', fontSize: 'var(--text-body)', lineHeight: 'var(--lh-body)', fontFeatureSettings: 'var(--features-ui)', color: 'var(--ink)',
  },
  '.cm-error-box .cm-markdown': { fontWeight: 'var(--w-medium)' },
  '.cm-error-actions': { display: 'flex', alignItems: 'center', gap: '8px', marginTop: '8px' },
  '.cm-error-actions button, .cm-diagnosticAction': {
    height: 'var(--control)', padding: '0 12px', margin: 0, borderRadius: 'var(--r2)', border: '1px solid var(--line-3)', background: 'var(--surface)', color: 'var(--ink)',
    fontFamily: 'var(--sans)', fontSize: 'var(--text-body)', fontWeight: 'var(--w-medium)', cursor: 'default',
  },
  '.cm-error-actions button:hover, .cm-diagnosticAction:hover': { background: 'var(--hover)' },
  '.cm-error-actions kbd': { fontFamily: 'var(--sans)', fontSize: 'var(--text-micro)', lineHeight: 'var(--lh-micro)', border: '1px solid var(--line-2)', borderBottomWidth: '2px', borderRadius: '3px', padding: '0 4px', color: 'var(--ink-2)' },
  '.cm-said': { fontFamily: 'var(--mono)', fontFeatureSettings: 'var(--features-code)', fontSize: 'var(--text-small)', lineHeight: 'var(--lh-small)', overflowWrap: 'anywhere' },
  '.cm-said-below': { color: 'var(--ink-3)', marginTop: '2px' },

  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: 0, textDecoration: 'underline wavy 1px', textUnderlineOffset: '4px', textDecorationSkipInk: 'none' },
  '.cm-lintRange-error': { textDecorationColor: 'var(--failed-stroke)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--ink-3)' },
  '.cm-lintRange-info': { textDecorationColor: 'var(--ink-4)', textDecorationStyle: 'dotted' },
  '.cm-lintRange-active': { backgroundColor: 'transparent' },
  '.cm-lintPoint:after': { display: 'none' },

  '.cm-tooltip': { border: '1px solid var(--line-2)', borderRadius: 'var(--r3)', backgroundColor: 'var(--raised)', color: 'var(--ink)', boxShadow: 'var(--shadow-2)', fontFamily: 'var(--sans)', fontSize: 'var(--text-body)', lineHeight: 'var(--lh-body)', fontFeatureSettings: 'var(--features-ui)', maxWidth: 'min(440px, calc(100vw - 16px))', zIndex: 'var(--z-menu)' },
  '.cm-tooltip-hover': { overflow: 'hidden' },
  '.cm-tooltip-section:not(:first-child)': { borderTop: '1px solid var(--line)' },
  '.cm-tooltip-lint': { padding: 0 },
  '.cm-diagnostic': { padding: '8px 12px', marginLeft: 0, borderLeft: 'none', whiteSpace: 'normal', display: 'block' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--failed-stroke)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--ink-3)' },
  '.cm-diagnostic-info': { borderLeft: '3px solid var(--line-2)' },
  '.cm-diagnosticAction': { marginTop: '8px' },
  '.cm-diagnosticSource': { display: 'none' },
  '.cm-documentation': { padding: '10px 12px' },
  '.cm-documentation pre': { fontFamily: 'var(--mono)', fontFeatureSettings: 'var(--features-code)', fontSize: 'var(--text-small)', lineHeight: 'var(--lh-small)', fontWeight: 'var(--w-medium)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', marginBottom: '6px' },
  '.cm-markdown': { color: 'var(--ink-2)' },
  '.cm-error-box .cm-markdown, .cm-diagnostic .cm-markdown': { color: 'var(--ink)' },
  '.cm-markdown > * + *': { marginTop: '6px' },
  '.cm-markdown ul': { listStyle: 'disc', paddingInlineStart: '16px' },
  '.cm-markdown li + li': { marginTop: '2px' },
  '.cm-markdown code': { fontFamily: 'var(--mono)', fontSize: '0.92em' },

  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', fontFeatureSettings: 'var(--features-code)', fontSize: 'var(--text-small)', lineHeight: 'var(--lh-small)', padding: '4px', maxHeight: '15em', minWidth: '200px', maxWidth: 'min(460px, 95vw)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { display: 'flex', gap: '12px', alignItems: 'baseline', padding: '3px 8px', borderRadius: 'var(--r2)', lineHeight: 'var(--lh-small)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--selected)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 'var(--w-keyword)' },
  '.cm-completionLabel': { flex: 'none' },
  '.cm-completionDetail': { marginLeft: 'auto', fontStyle: 'normal', color: 'var(--ink-3)', fontFamily: 'var(--sans)', overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-tooltip.cm-completionInfo': { padding: '10px 12px', maxWidth: '320px' },
  '.cm-snippetField': { backgroundColor: 'var(--selected)' },

  '.cm-rename': { padding: '10px 12px', width: '280px' },
  '.cm-rename label': { display: 'block', color: 'var(--ink-2)' },
  '.cm-rename input': { display: 'block', width: '100%', height: 'var(--control)', marginTop: '4px', padding: '0 8px', border: '1px solid var(--line-3)', borderRadius: 'var(--r2)', background: 'var(--surface)', fontFamily: 'var(--mono)' },
  '.cm-rename p': { marginTop: '6px', color: 'var(--failed-text)', fontSize: 'var(--text-small)', lineHeight: 'var(--lh-small)' },
  '.cm-rename p:empty': { display: 'none' },

  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink-2)', fontFamily: 'var(--sans)', fontSize: 'var(--text-small)', lineHeight: 'var(--lh-small)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-size-notice': { padding: '6px 12px' },
});

/** The look of the editor, from the design tokens. */
export const theme: Extension = [editorTheme, syntaxHighlighting(highlightStyle)];
