/** Keys that belong to one place of the page, for the sheet: what has the focus handles them itself. */
import { GUESSES } from '#lib/views/graph/guess.ts';
import type { MessageId } from '#messages/index.ts';

export interface KeyPlace {
  readonly says: MessageId;
  readonly keys: readonly { readonly keys: readonly string[]; readonly says: MessageId }[];
}

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

export const keyPlaces: readonly KeyPlace[] = [
  {
    says: 'keys.in-graph',
    keys: [
      { keys: ARROWS, says: 'keys.graph-walk' },
      { keys: ['Home', 'End'], says: 'keys.graph-ends' },
      { keys: ['Enter', 'Space'], says: 'keys.graph-choose' },
      { keys: ['Escape'], says: 'keys.graph-lane' },
      { keys: ['+', '-'], says: 'keys.graph-zoom' },
      { keys: ['0'], says: 'keys.graph-fit' },
      { keys: GUESSES.map(({ key }) => key.toUpperCase()), says: 'keys.graph-guess' },
    ],
  },
  {
    says: 'predict.list',
    keys: [
      { keys: ['H'], says: 'predict.hit' },
      { keys: ['M'], says: 'predict.miss' },
      { keys: ['N'], says: 'predict.not-needed' },
      { keys: ['ArrowUp', 'ArrowDown'], says: 'predict.key-walk' },
    ],
  },
  {
    says: 'keys.in-replay',
    keys: [
      { keys: ['[', ']'], says: 'keys.replay-events' },
      { keys: ['ArrowLeft', 'ArrowRight'], says: 'keys.replay-scrub' },
      { keys: ['Home', 'End'], says: 'keys.replay-ends' },
    ],
  },
  {
    says: 'keys.in-files',
    keys: [
      { keys: ARROWS, says: 'keys.files-walk' },
      { keys: ['Enter', 'Space'], says: 'keys.files-open' },
      { keys: ['F2'], says: 'keys.files-rename' },
      { keys: ['Delete'], says: 'keys.files-delete' },
      { keys: ['Shift F10'], says: 'keys.files-menu' },
    ],
  },
  {
    says: 'keys.in-editor',
    keys: [
      { keys: ['Escape Tab'], says: 'keys.editor-leave' },
      { keys: ['Ctrl Space'], says: 'keys.editor-complete' },
      { keys: ['F8', 'Shift F8'], says: 'keys.editor-problems' },
      { keys: ['Ctrl .'], says: 'keys.editor-fix' },
      { keys: ['F12'], says: 'keys.editor-definition' },
      { keys: ['F2'], says: 'keys.editor-rename' },
      { keys: ['Shift Alt F'], says: 'keys.editor-format' },
    ],
  },
  {
    says: 'keys.in-terminal',
    keys: [
      { keys: ['ArrowUp', 'ArrowDown'], says: 'keys.terminal-recall' },
      { keys: ['Tab'], says: 'keys.terminal-complete' },
      { keys: ['Ctrl C'], says: 'keys.terminal-stop' },
      { keys: ['Ctrl L'], says: 'keys.terminal-clear' },
      { keys: ['Ctrl F'], says: 'keys.terminal-find' },
      { keys: ['Escape Tab'], says: 'keys.terminal-leave' },
    ],
  },
  {
    says: 'keys.in-history',
    keys: [
      { keys: ARROWS, says: 'keys.history-walk' },
      { keys: ['Enter', 'Space'], says: 'keys.history-look' },
      { keys: ['R'], says: 'keys.history-rewind' },
      { keys: ['C'], says: 'keys.history-compare' },
    ],
  },
  {
    says: 'keys.in-compare',
    keys: [
      { keys: ['PageUp', 'PageDown'], says: 'keys.compare-rounds' },
      { keys: ['Space'], says: 'keys.compare-play' },
      { keys: ['.'], says: 'keys.compare-event' },
    ],
  },
  {
    says: 'keys.in-talk',
    keys: [
      { keys: ['PageUp', 'PageDown'], says: 'keys.talk-steps' },
      { keys: ['.'], says: 'keys.talk-play' },
      { keys: ['B'], says: 'keys.talk-blank' },
      { keys: ['N'], says: 'keys.talk-notes' },
      { keys: ['F'], says: 'keys.talk-full' },
      { keys: ['Escape'], says: 'keys.talk-end' },
    ],
  },
  {
    says: 'keys.in-panes',
    keys: [
      { keys: ['ArrowLeft', 'ArrowRight'], says: 'keys.tabs-walk' },
      { keys: ARROWS, says: 'keys.separator-move' },
      { keys: ['Enter'], says: 'keys.separator-reset' },
    ],
  },
];
