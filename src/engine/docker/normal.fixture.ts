/** For tests: output without what differs from run to run, so that a recording can be held against a simulation of the same scene. */

const rules: readonly (readonly [RegExp, string])[] = [
  [/\x1b?\[(?:\d+;)*\d*m/g, ''],
  [/^.*(?:\bADD \S|CMD \[\\?"\/bin\/sh\\?"\]).*\n/gm, ''],
  [/\b[0-9a-f]{12}: (?:Pushed|Layer already exists|Already exists|Pulling fs layer|Download complete|Pull complete)\n/g, ''],
  [/sha256:[0-9a-f]{12,64}…?/g, '<digest>'],
  [/\b[0-9a-f]{64}\b/g, '<id>'],
  [/\b[0-9a-f]{12}\b/g, '<id>'],
  [/\b[a-z0-9]{25}\b/g, '<ref>'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z| \+0000 UTC)?/g, '<time>'],
  [/(?:Less than a second|About an? \w+|\d+ (?:second|minute|hour|day|week|month|year)s?) ago/g, '<age>'],
  [/Up (?:Less than a second|\d+ seconds?|About a minute|\d+ minutes)/g, 'Up <age>'],
  [/\b\d+(?:\.\d+)?(?:e[+-]\d+)?(?:B|kB|MB|GB)\b/g, '<size>'],
  [/(<size>) \(\d+%\)/g, '$1'],
  [/"(size|Size)": ?\d+/g, '"$1": <bytes>'],
  [/\b\d+\.\d+s\b/g, '<seconds>'],
  [/^#\d+ (?:transferring|extracting|exporting|naming|unpacking|resolve|<digest>).*\n/gm, ''],
  [/^#\d+ DONE.*\n/gm, ''],
  [/^#(\d+) (\[[^\]]+\].*)$/gm, '# $2'],
  [/\b[a-z]+_[a-z]+\b(?= |$)/gm, '<name>'],
  [/[ \t]+$/gm, ''],
  [/[ \t]{2,}/g, ' '],
];

/** The text with digests, times, sizes and widths of columns taken out, its lines sorted: among equals Docker's order is chance. */
export const normal = (text: string): string => rules.reduce((left, [pattern, by]) => left.replace(pattern, by), text).trim().split('\n').sort().join('\n');
