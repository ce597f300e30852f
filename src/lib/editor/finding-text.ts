import type { Diagnostic } from '#engine/source/diagnostic.ts';

/** What the editor says about a finding. */
export interface FindingText {
  /** Our sentence, Markdown; where there is none BuildKit's words stand alone. */
  readonly sentence?: string;
  /** BuildKit's words, unchanged. */
  readonly message: string;
  /** Two or three words for the right edge of the line. */
  readonly words: string;
}

const ours: readonly { readonly pattern: RegExp; readonly words: string; readonly sentence: (...found: string[]) => string }[] = [
  {
    pattern: /unknown instruction: (\S+)(?: \(did you mean (\S+)\?\))?$/,
    words: 'unknown instruction',
    sentence: (word, meant) => `Docker does not know the instruction \`${word}\`.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
  },
  {
    pattern: /unknown flag: --(\S+?)(?: \(did you mean (\S+)\?\))?$/,
    words: 'unknown flag',
    sentence: (flag, meant) => `This instruction has no flag \`--${flag}\`.${meant ? ` Did you mean \`--${meant}\`?` : ''}`,
  },
  { pattern: /did not complete successfully: exit code: (\d+)$/, words: 'fails', sentence: (code) => `This command ends with code ${code}. Its stage keeps the files it had before, and nothing after it runs.` },
  { pattern: /unterminated heredoc$/, words: 'inline file has no end', sentence: () => 'The inline file does not end: no line below is its name alone.' },
  { pattern: /no build stage in current context$/, words: 'no stage yet', sentence: () => 'Only `ARG` may stand before the first `FROM`. Name an image to start from above this line.' },
  { pattern: /file with no instructions$/, words: 'no instruction', sentence: () => 'There is no instruction yet. The first one names the image to start from: `FROM`.' },
  {
    pattern: /invalid name for build stage: "([^"]*)"/,
    words: 'stage name',
    sentence: (name) => `\`${name}\` cannot name a stage: a name begins with a letter and has letters, digits, \`-\`, \`_\` and \`.\` only.`,
  },
];

/** A finding → our sentence where we have one, and BuildKit's words. */
export function findingText({ message, hint, severity }: Diagnostic): FindingText {
  const known = ours.map((entry) => ({ entry, match: entry.pattern.exec(message) })).find(({ match }) => match);
  const sentence = hint ?? known?.entry.sentence(...known.match!.slice(1));
  return { ...(sentence === undefined ? {} : { sentence }), message, words: known?.entry.words ?? (severity === 'error' ? 'cannot be read' : 'check') };
}
