/** BuildKit's plain progress text → its lines and what each of them is, so that a few can be coloured. The text stays as it is. */

export type LineKind = 'name' | 'cached' | 'error' | 'warning' | 'output' | 'blank';

export interface LogLine {
  readonly text: string;
  readonly kind: LineKind;
}

const RULES: readonly (readonly [LineKind, RegExp])[] = [
  ['blank', /^\s*$/],
  ['cached', /^#\d+ CACHED$/],
  ['error', /^(#\d+ ERROR|ERROR)\b|^\s*\d+ \| >>> /],
  ['warning', /^\s*-? ?(WARN(ING)?|\d+ warnings? found)\b/i],
  ['name', /^#\d+ (\[|exporting to |importing |resolve )/],
];

/** One line → what it is. */
function kindOf(text: string): LineKind {
  return RULES.find(([, rule]) => rule.test(text))?.[0] ?? 'output';
}

/** Text → lines without their newlines; a final newline makes no empty line. Those that `before` has in the same place are its own, so that a log that grows is not drawn anew. */
export function logLines(text: string, before: readonly LogLine[] = []): readonly LogLine[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, at) => (before[at]?.text === line ? before[at] : { text: line, kind: kindOf(line) }));
}
