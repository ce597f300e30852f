import { EditorView } from '@codemirror/view';
import { body, micro, mono, sans, small } from './type.ts';

const button = {
  ...sans,
  ...body,
  height: 'var(--control)',
  margin: 0,
  padding: '0 12px',
  border: '1px solid var(--line-3)',
  borderRadius: 'var(--r2)',
  background: 'var(--surface)',
  color: 'var(--ink)',
  fontWeight: 'var(--w-medium)',
  cursor: 'default',
};

/** Underlines, the box below a line that cannot be read, and the buttons that mend. */
export const findings = EditorView.theme({
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: 0, textDecoration: 'underline wavy 1px', textUnderlineOffset: '4px', textDecorationSkipInk: 'none' },
  '.cm-lintRange-error': { textDecorationColor: 'var(--failed-stroke)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--ink-3)' },
  '.cm-lintRange-info': { textDecorationColor: 'var(--ink-4)', textDecorationStyle: 'dotted' },
  '.cm-lintRange-active': { backgroundColor: 'transparent' },
  '.cm-lintPoint:after': { display: 'none' },

  // A widget of the editor may have no margin: its height would be measured without it.
  '.cm-error-place': { padding: '0 12px 6px 2px', maxWidth: 'calc(100cqi - 48px)' },
  '.cm-error-box': { ...sans, ...body, padding: '6px 0 10px 12px', borderInlineStart: '3px solid var(--failed-stroke)', whiteSpace: 'normal', color: 'var(--ink)' },
  '.cm-error-box .cm-markdown': { color: 'var(--ink)', fontWeight: 'var(--w-medium)' },
  '.cm-error-actions': { display: 'flex', alignItems: 'center', gap: '8px', marginTop: '8px' },
  '.cm-error-actions button': button,
  '.cm-error-actions kbd': { ...sans, ...micro, padding: '0 4px', border: '1px solid var(--line-2)', borderBottomWidth: '2px', borderRadius: '3px', color: 'var(--ink-2)' },

  '.cm-tooltip-lint': { padding: 0 },
  '.cm-diagnostic': { display: 'block', padding: '8px 12px', marginLeft: 0, borderLeft: 'none', whiteSpace: 'normal' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--failed-stroke)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--ink-3)' },
  '.cm-diagnostic-info': { borderLeft: '3px solid var(--line-2)' },
  '.cm-diagnostic .cm-markdown': { color: 'var(--ink)' },
  '.cm-diagnosticAction': { ...button, marginTop: '8px' },
  '.cm-diagnosticSource': { display: 'none' },
  '.cm-error-actions button:hover, .cm-diagnosticAction:hover': { background: 'var(--hover)' },

  '.cm-said': { ...mono, ...small, overflowWrap: 'anywhere' },
  '.cm-said-below': { marginTop: '2px', color: 'var(--ink-3)' },
});
