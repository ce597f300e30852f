import { EditorView } from '@codemirror/view';
import { micro, mono, sans, small } from './type.ts';

const selection = { background: 'color-mix(in srgb, var(--focus) 24%, transparent)' };
const bracket = { backgroundColor: 'var(--selected)', outline: '1px solid var(--line-3)', borderRadius: 'var(--r1)' };
const noBracket = { backgroundColor: 'transparent' };
/** `--note-ground`: what the words at the right edge stand on, so that the text can fade into it. */
const onGround = (ground: string) => ({ backgroundColor: ground, '--note-ground': ground });

/** The text: type, cursor, selection, grounds of lines, what was edited, the notice below. */
export const text = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', ...onGround('var(--surface)') },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { ...mono, fontSize: 'var(--text-code)', lineHeight: 'var(--lh-code)', fontWeight: 'var(--w-text)', containerType: 'inline-size' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  // The caret shows where the focus is.
  '.cm-content:focus-visible': { boxShadow: 'none' },
  '.cm-line': { padding: '0 12px 0 2px' },
  '.cm-cursor, .cm-dropCursor': { borderLeft: '1.5px solid var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': selection,
  '.cm-content ::selection': { background: 'transparent' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': bracket,
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': noBracket,
  '.cm-specialChar': { color: 'var(--failed-text)' },
  '.cm-snippetField': { backgroundColor: 'var(--selected)' },
  '.cm-foldPlaceholder': { ...sans, ...micro, margin: '0 4px', padding: '0 6px', border: '1px solid var(--line-2)', borderRadius: 'var(--r1)', background: 'var(--sunken)', color: 'var(--ink-3)' },
  '.cm-spoken': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },

  '.cm-picked-line, .cm-picked-number': onGround('var(--selected)'),
  '.cm-new-line, .cm-new-number': onGround('var(--rebuilt-tint)'),
  '.cm-new-words': { backgroundColor: 'var(--rebuilt-tint-2)', borderRadius: 'var(--r1)', boxShadow: '0 0 0 1px var(--rebuilt-tint-2)' },
  '.cm-old-lines, .cm-old-number': { backgroundColor: 'var(--sunken)', color: 'var(--ink-3)' },
  '.cm-old-lines': { padding: '0 12px 0 2px', whiteSpace: 'pre' },
  '.cm-old-lines del': { textDecorationColor: 'var(--ink-4)' },
  '.cm-error-line, .cm-error-number': onGround('var(--failed-tint)'),

  '.cm-panels': { ...sans, ...small, backgroundColor: 'var(--sunken)', color: 'var(--ink-2)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-size-notice': { padding: '6px 12px' },
});
