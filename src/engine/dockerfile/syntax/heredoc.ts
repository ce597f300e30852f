/** What a word like `<<-"EOF"` announces. */
export interface HeredocMarker {
  readonly name: string;
  readonly fd: number;
  readonly expand: boolean;
  readonly chomp: boolean;
}

/** `2<<-"EOF"` → its parts; `undefined` where the word is no heredoc marker. BuildKit `parser.MustParseHeredoc`. */
export function parseHeredocMarker(_word: string): HeredocMarker | undefined {
  return undefined;
}

/** Content of a `<<-` heredoc without the leading tabs of each line. */
export function chompHeredoc(content: string): string {
  return content.replace(/^\t+/gm, '');
}
