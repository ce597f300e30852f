/** Names of keys as they stand on the caps: drawn where a sign is usual, in the reader's language where it is a word. */
import { t, type MessageId } from '#messages/index.ts';

const names: Readonly<Record<string, MessageId>> = {
  Ctrl: 'keys.cap-ctrl',
  Shift: 'keys.cap-shift',
  Alt: 'keys.cap-alt',
  Enter: 'keys.cap-enter',
  Escape: 'keys.cap-escape',
  Tab: 'keys.cap-tab',
  Space: 'keys.cap-space',
  Home: 'keys.cap-home',
  End: 'keys.cap-end',
  Delete: 'keys.cap-delete',
  PageUp: 'keys.cap-page-up',
  PageDown: 'keys.cap-page-down',
  ArrowUp: 'keys.cap-up',
  ArrowDown: 'keys.cap-down',
  ArrowLeft: 'keys.cap-left',
  ArrowRight: 'keys.cap-right',
};

const drawn: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', '-': '−' };

/** One cap: what is printed on it, and what is read aloud where that differs. */
export interface Cap {
  readonly text: string;
  readonly spoken: string;
}

/** `Ctrl Shift Z` → its caps, in the order in which they are held. */
export function capsOf(key: string): readonly Cap[] {
  return key.split(' ').map((part) => {
    const name = names[part];
    const spoken = name === undefined ? part : t(name);
    return { text: drawn[part] ?? spoken, spoken };
  });
}

/** `Ctrl Shift Z` in one line, for a tooltip. */
export const capLine = (key: string): string => capsOf(key).map(({ spoken }) => spoken).join(' ');
