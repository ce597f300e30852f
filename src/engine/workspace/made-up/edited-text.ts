/** A small edit of any text file, as somebody makes it who only wants to see what that costs: it stays what it is for its tools. */

const comments: readonly (readonly [RegExp, string, string?])[] = [
  [/\.(?:go|[cm]?[jt]sx?|rs|java|kt|cs|php|c|cc|cpp|h|gradle|kts|scss|swift)$/, '// '],
  [/\.(?:html?|xml|md|svg|csproj|vue)$/, '<!-- ', ' -->'],
  [/\.css$/, '/* ', ' */'],
  [/\.sql$|\.lua$/, '-- '],
];

/** The text with a greeting or a version changed where it has one, and with a comment more where it has none. */
export function editedText(path: string, text: string): string {
  if (/\b[Hh]ello\b/.test(text) && !/\.(?:json|lock)$/.test(path)) return text.replace(/\b([Hh])ello\b/, '$1ello again');
  if (path.endsWith('.json')) return /"version": "\d+\.\d+\.\d+"/.test(text) ? text.replace(/("version": "\d+\.\d+\.)(\d+)"/, (_, head: string, patch: string) => `${head}${Number(patch) + 1}"`) : `${text}\n`;
  return withComment(path, text);
}

/** The text with a comment more, which changes nothing that a compiler makes of it; with a blank line in a language without comments. */
export function withComment(path: string, text: string): string {
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  if (/\.(?:json|lock)$/.test(path)) return `${text}${end}\n`;
  const [, open, close = ''] = comments.find(([name]) => name.test(path)) ?? [undefined, '# '];
  return `${text}${end}${open}edited${close}\n`;
}
