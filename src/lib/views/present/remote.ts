/** The keys of a talk: those that presenter remotes send, and letters. */

export type Command = 'next' | 'previous' | 'first' | 'last' | 'play' | 'blank' | 'notes' | 'full-screen' | 'end';

/** By the key's name. A remote sends PageUp and PageDown; its black button sends `.` or `b`, its start button F5. */
export const REMOTE: Readonly<Record<string, Command>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  '.': 'play',
  b: 'blank',
  n: 'notes',
  f: 'full-screen',
  F5: 'full-screen',
  Escape: 'end',
};

/** Keys that a remote sends: they work wherever the focus is, except where text is written. */
const ANYWHERE = new Set(['PageDown', 'PageUp', '.', 'F5']);

/** What a key asks for; undefined where it belongs to what has the focus: text, a button's space bar, the graph's arrows. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, focus: 'text' | 'control' | 'graph' | 'page'): Command | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const command = REMOTE[key] ?? REMOTE[key.toLowerCase()];
  if (focus === 'text') return key === 'PageDown' || key === 'PageUp' || key === 'Escape' ? command : undefined;
  if (ANYWHERE.has(key) || focus === 'page') return command;
  if (focus === 'control') return key === ' ' ? undefined : command;
  return key.startsWith('Arrow') || key === 'Home' || key === 'End' ? undefined : command;
}
