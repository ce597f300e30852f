import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { Message } from '#engine/source/message.ts';
import { t, type MessageId } from '#messages/index.ts';

/** What is said about a finding. */
export interface FindingText {
  /** Our sentence; where there is none BuildKit's words stand alone. */
  readonly sentence?: Message;
  /** BuildKit's words, unchanged. */
  readonly message: string;
  /** Two or three words for the right edge of the line. */
  readonly words: string;
}

/** What we say of BuildKit's words: the first thing found in them is `word`, the second what was meant. */
const ours: readonly { readonly pattern: RegExp; readonly words: MessageId; readonly sentence: MessageId }[] = [
  { pattern: /unknown instruction: (\S+)(?: \(did you mean (\S+)\?\))?$/, words: 'editor.finding-instruction', sentence: 'editor.unknown-instruction' },
  { pattern: /unknown flag: --(\S+?)(?: \(did you mean (\S+)\?\))?$/, words: 'editor.finding-flag', sentence: 'editor.unknown-flag' },
  { pattern: /did not complete successfully: exit code: (\d+)$/, words: 'editor.finding-fails', sentence: 'editor.ends-with' },
  { pattern: /unterminated heredoc$/, words: 'editor.finding-heredoc', sentence: 'editor.no-end' },
  { pattern: /no build stage in current context$/, words: 'editor.finding-stage', sentence: 'editor.no-stage' },
  { pattern: /file with no instructions$/, words: 'editor.finding-empty', sentence: 'editor.no-instruction' },
  { pattern: /invalid name for build stage: "([^"]*)"/, words: 'editor.finding-name', sentence: 'editor.stage-name' },
];

/** A finding → our sentence where we have one, and BuildKit's words. */
export function findingText({ message, hint, severity }: Diagnostic): FindingText {
  const known = ours.map((entry) => ({ entry, match: entry.pattern.exec(message) })).find(({ match }) => match);
  const [, word = '', meant = 'none'] = known?.match ?? [];
  const sentence = hint ?? (known && { id: known.entry.sentence, values: { word, meant } });
  return { ...(sentence && { sentence }), message, words: t(known?.entry.words ?? (severity === 'error' ? 'editor.finding-unreadable' : 'editor.finding-check')) };
}
