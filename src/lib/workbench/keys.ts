/**
 * The keys of the page, once for what handles them and for the sheet that lists them. Keys of one letter go to a view and can be
 * changed; those with Ctrl (Cmd on a Mac) are the platform's and cannot.
 */
import type { Message } from '#engine/source/message.ts';
import type { MessageId } from '#messages/index.ts';
import type { View } from './view.ts';

/** Something that a key does. */
export interface Command {
  /** `build`, `undo`, `view:layers`. */
  readonly id: string;
  /** As it is written on the sheet: `Ctrl Enter`, `?`, `g`. Several keys may do the same. */
  readonly keys: readonly string[];
  readonly says: MessageId;
  /** Its key is one letter, and the reader's to choose. */
  readonly free: boolean;
}

export const BUILD = 'build';
export const UNDO = 'undo';
export const REDO = 'redo';
export const SHEET = 'sheet';
/** Before the id of a view in the id of the command that goes there. */
export const GO = 'view:';

const fixed: readonly Command[] = [
  { id: BUILD, keys: ['Ctrl Enter'], says: 'keys.build', free: false },
  { id: UNDO, keys: ['Ctrl Z'], says: 'keys.undo', free: false },
  { id: REDO, keys: ['Ctrl Shift Z', 'Ctrl Y'], says: 'keys.redo', free: false },
  { id: SHEET, keys: ['?'], says: 'keys.sheet', free: false },
];

/** Letters that the reader chose, by command. */
export type Choices = Readonly<Record<string, string>>;

/** All commands of the page: those that are always there, and one for each view that has a key. */
export function commandsOf(views: readonly Pick<View, 'id' | 'label' | 'key'>[], choices: Choices = {}): readonly Command[] {
  const own = [{ id: 'graph', label: 'page.graph', key: 'g' } as const, ...views].filter(({ key }) => key !== undefined);
  return [...fixed, ...own.map(({ id, label, key = '' }): Command => ({ id: GO + id, keys: [choices[GO + id] ?? key], says: label, free: true }))];
}

/** Why a key cannot be a command's; undefined where it can. */
export function refusal(commands: readonly Command[], id: string, key: string): Message | undefined {
  if (!/^[\p{L}\p{N}]$/u.test(key)) return { id: 'keys.one-letter' };
  const other = commands.find((command) => command.id !== id && command.keys.some((taken) => taken.toLowerCase() === key.toLowerCase()));
  return other && { id: 'keys.taken', values: { key, command: { id: other.says } } };
}

/** What an event of the keyboard says of itself. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** An event as keys are written here: `Ctrl Shift Z`, `g`. A sign that needs Shift, as `?`, is written as the sign. */
export function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const held = ctrlKey || metaKey;
  const letter = key.length === 1 ? (held ? key.toUpperCase() : key) : key;
  return [held && 'Ctrl', altKey && 'Alt', shiftKey && (held || key.length > 1 || /\p{L}/u.test(key)) && 'Shift', letter].filter(Boolean).join(' ');
}

/** The command of a key; those of one letter only where `letters` are on. */
export function commandFor(commands: readonly Command[], pressed: Pressed, letters: boolean): Command | undefined {
  const key = keyOf(pressed);
  return commands.find(({ keys, free }) => (letters || !free) && keys.includes(key));
}

/** Whether letters belong to what has the focus: a field, an editor, a menu, a dialog. */
export function takesLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type=radio]):not([type=checkbox]):not([type=range]), textarea, select, [contenteditable=true], [role=menu], dialog') !== null;
}

/** Whether undo belongs to what has the focus. */
export function takesUndo(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable=true]') !== null;
}
