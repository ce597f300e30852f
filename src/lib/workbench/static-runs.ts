/** A line of a Dockerfile → runs for a static drawing: enough colour to look like the editor, and no parser to load. */

export interface CodeRun {
  readonly text: string;
  readonly kind: 'keyword' | 'flag' | 'string' | 'comment' | 'plain';
}

const KEYWORDS = 'ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR';
const TOKEN = new RegExp(`(?<keyword>^\\s*(?:${KEYWORDS})\\b|(?<=^\\s*FROM\\s.*\\s)AS(?=\\s))|(?<flag>(?<=\\s)--[a-z-]+(?:=\\S*)?(?=\\s))|(?<string>"[^"]*")`, 'gi');

export function dockerfileRuns(line: string): readonly CodeRun[] {
  if (/^\s*#/.test(line)) return [{ text: line, kind: 'comment' }];
  // Flags are the builder's only where they follow the keyword; those of a command are its own.
  const flags = new RegExp(`^\\s*(?:${KEYWORDS})(?:\\s+--[a-z-]+(?:=\\S*)?)*`, 'i').exec(line)?.[0].length ?? 0;
  const runs: CodeRun[] = [];
  let from = 0;
  for (const match of line.matchAll(TOKEN)) {
    const kind = match.groups?.keyword ? 'keyword' : match.groups?.flag ? 'flag' : 'string';
    if (kind === 'flag' && match.index >= flags) continue;
    if (match.index > from) runs.push({ text: line.slice(from, match.index), kind: 'plain' });
    runs.push({ text: match[0], kind });
    from = match.index + match[0].length;
  }
  if (from < line.length) runs.push({ text: line.slice(from), kind: 'plain' });
  return runs;
}
