import { EditorView } from '@codemirror/view';
import { body, mono, sans, small } from './type.ts';

/** Hover documentation, completion, and the box that renames a stage. */
export const tooltips = EditorView.theme({
  '.cm-tooltip': {
    ...sans,
    ...body,
    maxWidth: 'min(440px, calc(100vw - 16px))',
    border: '1px solid var(--line-2)',
    borderRadius: 'var(--r3)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow-2)',
    zIndex: 'var(--z-menu)',
  },
  '.cm-tooltip-hover': { overflow: 'hidden' },
  '.cm-tooltip-section:not(:first-child)': { borderTop: '1px solid var(--line)' },
  '.cm-documentation': { padding: '10px 12px' },
  '.cm-documentation pre': { ...mono, ...small, marginBottom: '6px', fontWeight: 'var(--w-medium)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '.cm-markdown': { color: 'var(--ink-2)' },
  '.cm-markdown > * + *': { marginTop: '6px' },
  '.cm-markdown ul': { listStyle: 'disc', paddingInlineStart: '16px' },
  '.cm-markdown li + li': { marginTop: '2px' },
  '.cm-markdown code': { ...mono, fontSize: '0.92em' },

  '.cm-tooltip.cm-tooltip-autocomplete > ul': { ...mono, ...small, minWidth: '200px', maxWidth: 'min(460px, 95vw)', maxHeight: '15em', padding: '4px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { display: 'flex', alignItems: 'baseline', gap: '12px', padding: '3px 8px', borderRadius: 'var(--r2)', lineHeight: 'var(--lh-small)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--selected)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 'var(--w-keyword)' },
  '.cm-completionLabel': { flex: 'none' },
  '.cm-completionDetail': { ...sans, marginLeft: 'auto', overflow: 'hidden', textOverflow: 'ellipsis', fontStyle: 'normal', color: 'var(--ink-3)' },
  '.cm-tooltip.cm-completionInfo': { maxWidth: '320px', padding: '10px 12px' },

  '.cm-rename': { width: '280px', padding: '10px 12px' },
  '.cm-rename label': { display: 'block', color: 'var(--ink-2)' },
  '.cm-rename input': { ...mono, display: 'block', width: '100%', height: 'var(--control)', marginTop: '4px', padding: '0 8px', border: '1px solid var(--line-3)', borderRadius: 'var(--r2)', background: 'var(--surface)' },
  '.cm-rename p': { ...small, marginTop: '6px', color: 'var(--failed-text)' },
  '.cm-rename p:empty': { display: 'none' },
});
