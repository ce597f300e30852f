import { EditorView } from '@codemirror/view';
import { sans } from './type.ts';

/** A strip in colours of its own; `border` goes round all lines of the instruction. */
function core(state: string, background: string, border?: string) {
  const selector = `.cm-core-${state}`;
  return {
    [`${selector}::before`]: { background, ...(border ? { borderInline: border } : {}) },
    ...(border ? { [`${selector}.cm-core-first::before`]: { borderTop: border }, [`${selector}.cm-core-last::before`]: { borderBottom: border } } : {}),
  };
}

const hatch = (name: string) => `repeating-linear-gradient(135deg, var(--${name}-fill) 0 2px, var(--${name}-tint) 2px 4.5px)`;
const stroke = (name: string, style = 'solid') => `1px ${style} var(--${name}-stroke)`;
const loud = (name: string) => ({ color: `var(--${name}-text)`, fontWeight: 'var(--w-medium)' });
/** A corner of a square, turned: a fold mark. */
const chevron = { flex: 'none', width: '5px', height: '5px', border: 'solid var(--ink-3)', borderWidth: '0 1.5px 1.5px 0' };

/** Line numbers, strips of the core sample, fold marks, and the words at the right edge. */
export const gutters = EditorView.theme({
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-3)', border: 'none' },
  '.cm-gutters.cm-gutters-before': { borderRightWidth: 0 },
  // The words lie over the ends of long lines instead of taking a column from all of them.
  '.cm-gutters.cm-gutters-after': { borderLeftWidth: 0, width: 0, backgroundColor: 'transparent' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '30px', padding: '0 8px', fontSize: '0.846em' },
  '.cm-lineNumbers .cm-error-number': { color: 'var(--failed-text)', fontWeight: 'var(--w-strong)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },

  '.cm-foldGutter': { width: '12px' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'default', display: 'flex', justifyContent: 'center', height: 'var(--lh-code)' },
  '.cm-fold-open': { ...chevron, marginTop: 'calc(var(--lh-code) / 2 - 4px)', transform: 'rotate(45deg)', opacity: 0, transition: 'opacity var(--t-reveal)' },
  '.cm-fold-closed': { ...chevron, marginTop: 'calc(var(--lh-code) / 2 - 3px)', transform: 'rotate(-45deg)' },
  '.cm-gutters:hover .cm-fold-open': { opacity: 1 },

  '.cm-cores': { width: 'var(--core-gutter)' },
  '.cm-core': { position: 'relative' },
  '.cm-core::before': { content: '""', position: 'absolute', inset: '0', forcedColorAdjust: 'none' },
  '.cm-core-first::before': { top: '1px', borderStartStartRadius: '1px', borderStartEndRadius: '1px' },
  '.cm-core-last::before': { bottom: '1px', borderEndStartRadius: '1px', borderEndEndRadius: '1px' },
  ...core('cached', 'var(--cached-tint-2)', stroke('cached')),
  ...core('rebuilt', 'var(--rebuilt-fill)'),
  ...core('will-rebuild', hatch('rebuilt'), stroke('rebuilt')),
  ...core('failed', 'var(--failed-fill)'),
  ...core('will-fail', hatch('failed'), stroke('failed')),
  ...core('not-needed', 'none', stroke('none', 'dashed')),
  ...core('stopped', 'none', stroke('none')),
  '.cm-core-config::before': { insetInline: '2px', background: 'var(--line-2)' },

  '.cm-notes': { width: 0, overflow: 'visible' },
  '.cm-note-line': { position: 'relative', width: 0 },
  '.cm-note': {
    ...sans,
    position: 'absolute',
    right: 0,
    top: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '5px',
    height: 'var(--lh-code)',
    paddingInline: '26px 12px',
    background: 'linear-gradient(to right, transparent, var(--note-ground) 22px)',
    whiteSpace: 'nowrap',
    color: 'var(--ink-3)',
    fontSize: 'var(--text-small)',
    fontFeatureSettings: 'var(--features-num)',
    cursor: 'default',
  },
  // Room at the ends of lines, so that what a note covers can be scrolled out from under it.
  '.cm-line.cm-room-short': { paddingRight: '8em' },
  '.cm-line.cm-room-long': { paddingRight: '13em' },
  '.cm-note-will-rebuild .cm-note-words, .cm-note-rebuilt .cm-note-words': loud('rebuilt'),
  '.cm-note-failed .cm-note-words, .cm-note-will-fail .cm-note-words': loud('failed'),
  '.cm-sign': { flex: 'none', width: '1em', height: '1em' },
  '.cm-sign-cached': { color: 'var(--cached-stroke)' },
  '.cm-sign-rebuilt': { color: 'var(--rebuilt-stroke)' },
  '.cm-sign-failed': { color: 'var(--failed-stroke)' },
  '.cm-sign-not-needed, .cm-sign-stopped': { color: 'var(--none-stroke)' },
  '.cm-sign-modelled': { color: 'var(--modelled-stroke)' },
});
