import type { Diagnostic } from '#engine/source/diagnostic.ts';
import { parse, readInstructions } from '#engine/dockerfile/index.ts';
import { describe, expect, it } from 'vitest';
import { quickFixes } from './quick-fixes.ts';

const finding = (text: string, code: string, line: number, message = ''): Diagnostic => {
  const lines = text.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0);
  return { code, severity: 'warning', message, range: { from, to: from + lines[line - 1]!.length }, lines: [{ first: line, last: line }] };
};

/** The label and the text after the first fix. */
function fixed(text: string, diagnostic: Diagnostic): readonly [string, string] | undefined {
  const [fix] = quickFixes(text, diagnostic);
  return fix && [fix.label, fix.edits.reduceRight((out, edit) => out.slice(0, edit.from) + edit.insert + out.slice(edit.to), text)];
}

const checked = (text: string, code: string, line: number, message?: string) => fixed(text, finding(text, code, line, message));

function error(text: string): Diagnostic {
  const read = readInstructions(parse(text));
  if (read.ok) throw new Error('the text has no error');
  return read.error;
}

describe('quick fixes', () => {
  it.each([
    ['FROM a\nCOPPY . .', 'Change to COPY', 'FROM a\nCOPY . .'],
    ['from a\nrunn x', 'Change to run', 'from a\nrun x'],
    ['FROM a\nCOPY --form=a x y', 'Change to from', 'FROM a\nCOPY --from=a x y'],
  ])('take BuildKit’s suggestion: %j', (text, label, after) => {
    expect(fixed(text, error(text))).toEqual([label, after]);
  });

  it('take its suggestion for variables and for fields of mounts', () => {
    expect(checked('FROM a\nRUN --mount=type=cache,taget=/x y', 'instruction', 2, "unexpected key 'taget' in 'taget=/x' (did you mean target?)")).toEqual(['Change to target', 'FROM a\nRUN --mount=type=cache,target=/x y']);
    expect(checked('FROM a\nENV FOO=1\nWORKDIR /$FO', 'UndefinedVar', 3, "Usage of undefined variable '$FO' (did you mean $FOO?)")).toEqual(['Change to FOO', 'FROM a\nENV FOO=1\nWORKDIR /$FOO']);
    expect(checked('ARG TAG=1\nFROM a:${TGA}', 'UndefinedArgInFrom', 2, "FROM argument 'TGA' is not declared (did you mean TAG?)")).toEqual(['Change to TAG', 'ARG TAG=1\nFROM a:${TAG}']);
  });

  it.each([
    ['StageNameCasing', 'FROM a AS Build\nFROM b\nCOPY --from=Build /x /x', 1, 'Rename to build', 'FROM a AS build\nFROM b\nCOPY --from=build /x /x'],
    ['FromAsCasing', 'FROM a as b', 1, 'Change to AS', 'FROM a AS b'],
    ['FromAsCasing', 'from a AS b', 1, 'Change to as', 'from a as b'],
    ['JSONArgsRecommended', 'FROM a\nCMD my-app start', 2, 'Write as a JSON array', 'FROM a\nCMD ["my-app", "start"]'],
    ['JSONArgsRecommended', 'FROM a\nENTRYPOINT a && "b"', 2, 'Write as a JSON array', 'FROM a\nENTRYPOINT ["/bin/sh", "-c", "a && \\"b\\""]'],
    ['LegacyKeyValueFormat', 'FROM a\nENV DIR /srv', 2, 'Write DIR=/srv', 'FROM a\nENV DIR=/srv'],
    ['LegacyKeyValueFormat', 'FROM a\nLABEL a  b "c"', 2, 'Write a="b \\"c\\""', 'FROM a\nLABEL a="b \\"c\\""'],
    ['MaintainerDeprecated', 'FROM a\nMAINTAINER Ann <a@b.c>', 2, 'Change to LABEL', 'FROM a\nLABEL org.opencontainers.image.authors="Ann <a@b.c>"'],
    ['NoEmptyContinuation', 'FROM a\nRUN a \\\n\n  b', 4, 'Remove the empty line', 'FROM a\nRUN a \\\n  b'],
    ['WorkdirRelativePath', 'FROM a\nWORKDIR usr/app', 2, 'Change to /usr/app', 'FROM a\nWORKDIR /usr/app'],
    ['RedundantTargetPlatform', 'FROM --platform=$TARGETPLATFORM a AS b', 1, 'Remove --platform', 'FROM a AS b'],
  ])('mend %s: %j', (code, text, line, label, after) => {
    expect(checked(text, code, line)).toEqual([label, after]);
  });

  it('mend casing and ports by what the message names', () => {
    expect(checked('FROM a\nRun x', 'ConsistentInstructionCasing', 2, "Command 'Run' should match the case of the command majority (uppercase)")).toEqual(['Change to RUN', 'FROM a\nRUN x']);
    expect(checked('FROM a\nEXPOSE 1 80/TCP', 'ExposeProtoCasing', 2, "Defined protocol '80/TCP' in EXPOSE instruction should be lowercase")).toEqual(['Change to 80/tcp', 'FROM a\nEXPOSE 1 80/tcp']);
    expect(checked('FROM a\nEXPOSE 127.0.0.1:8:80', 'ExposeInvalidFormat', 2, "found '127.0.0.1:8:80'")).toEqual(['Change to 80', 'FROM a\nEXPOSE 80']);
  });

  it('are none where nothing is known, and none for other files', () => {
    expect(checked('FROM a\nENV TOKEN=x', 'SecretsUsedInArgOrEnv', 2)).toBeUndefined();
    expect(quickFixes('FROM a as b', { ...finding('FROM a as b', 'FromAsCasing', 1), file: '.dockerignore' })).toEqual([]);
    expect(checked('FROM a', 'constructor', 1)).toBeUndefined();
  });
});
