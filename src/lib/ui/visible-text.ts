/**
 * Names and output that somebody else wrote, made safe to look at: control characters, lone surrogates and the invisible
 * characters that reorder or hide text become escapes, so that two names that differ also look different.
 */

/** A run of a text; `escape` is set where it stands for a character that cannot be seen. */
export interface VisibleRun {
  readonly text: string;
  readonly escape: boolean;
}

// C0 and C1 controls, soft hyphen, zero-width and bidirectional marks, line and paragraph separators, byte-order mark, lone surrogates.
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SHORT: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\u001b': '\\e' };

function escapeOf(character: string): string {
  const code = character.charCodeAt(0);
  return SHORT[character] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`);
}

/** A text → its runs, escapes apart. Characters in `keep` stay as they are: `'\n\t'` for output. */
export function visibleRuns(text: string, keep = ''): readonly VisibleRun[] {
  const runs: VisibleRun[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (keep.includes(match[0])) continue;
    if (match.index > from) runs.push({ text: text.slice(from, match.index), escape: false });
    runs.push({ text: escapeOf(match[0]), escape: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), escape: false });
  return runs;
}

/** A text with its hidden characters written as escapes. */
export function visibleText(text: string, keep = ''): string {
  return visibleRuns(text, keep)
    .map((run) => run.text)
    .join('');
}
