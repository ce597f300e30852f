/** The parser directives, for completion and hover. */
export const directives: readonly { readonly name: string; readonly insert: string; readonly documentation: string }[] = [
  { name: 'syntax', insert: 'syntax=docker/dockerfile:1', documentation: 'Which version of the Dockerfile language reads this file: an image that BuildKit pulls and runs.' },
  { name: 'escape', insert: 'escape=`', documentation: 'The character that continues a line and escapes the next: `\\` or `` ` ``.' },
  { name: 'check', insert: 'check=skip=', documentation: 'Build checks to skip, and whether findings stop the build: `check=skip=JSONArgsRecommended;error=true`.' },
];
