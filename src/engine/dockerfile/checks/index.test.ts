import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBuild } from '../../graph/index.ts';
import type { BaseImage } from '../../image/base.ts';
import { createLinter, parseCheckOptions, ruleNamed, rules, warningText } from './index.ts';

const layer = `sha256:${'0'.repeat(64)}` as const;

/** Any image for the platform asked for; one has a single platform of its own. */
function resolve(ref: string, platform: string): BaseImage {
  const [os = '', architecture = ''] = ref.includes('only-s390x') ? ['linux', 's390x'] : platform.split('/');
  return {
    ref,
    platform,
    digest: layer,
    manifestDigest: layer,
    config: { architecture, os, config: {}, rootfs: { type: 'layers', diff_ids: [layer] } },
    layers: [],
    chainId: layer,
    root: { type: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 0, entries: { size: 0, get: () => undefined } },
    fidelity: 'modelled',
  };
}

function found(dockerfile: string, patterns: readonly string[] = [], attrs: Readonly<Record<string, string>> = {}): readonly string[] {
  const ignore = patterns.length > 0 ? { ignore: { file: '.dockerignore', patterns } } : {};
  return checkBuild({ dockerfile, resolve, buildPlatform: 'linux/amd64', options: { attrs }, ...ignore }).warnings.map(({ code }) => code);
}

describe('build checks', () => {
  it('are all in the list, by name', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts') && !['index.ts', 'rule.ts', 'linter.ts', 'mark.ts', 'options.ts', 'document-checks.ts'].includes(file));
    const plain = (name: string) => name.toLowerCase().replace('.ts', '').replaceAll('-', '');
    expect(rules.map(({ name }) => plain(name)).sort()).toEqual(files.map(plain).sort());
    expect(ruleNamed('StageNameCasing')?.url).toBe('https://docs.docker.com/go/dockerfile/rule/stage-name-casing/');
    expect(ruleNamed('Nothing')).toBeUndefined();
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s: reports its bad example and not its good one', (name, { bad, good, ignore }) => {
    expect(found(bad, ignore)).toContain(name);
    expect(found(good, ignore)).not.toContain(name);
  });
});

describe('a finding', () => {
  function underlined(dockerfile: string): readonly string[] {
    return checkBuild({ dockerfile, resolve }).warnings.map(({ code, range }) => `${code}: ${dockerfile.slice(range.from, range.to)}`);
  }

  it('underlines the word that it is about', () => {
    expect(underlined('FROM --platform=linux/amd64 alpine as Base\nworkdir x\nENV A b\nEXPOSE 1 80/TCP\nARG DB_PASSWORD\nCOPY a$b ${c:-d} /e\n')).toEqual([
      'StageNameCasing: Base',
      'FromAsCasing: as',
      'ConsistentInstructionCasing: workdir',
      'FromPlatformFlagConstDisallowed: linux/amd64',
      'WorkdirRelativePath: x',
      'LegacyKeyValueFormat: A',
      'ExposeProtoCasing: 80/TCP',
      'SecretsUsedInArgOrEnv: DB_PASSWORD',
      'UndefinedVar: $b',
      'UndefinedVar: ${c',
    ]);
  });

  it('underlines the whole instruction where the word is not to be seen', () => {
    expect(underlined('FROM alpine AS a\nONBUILD WORKDIR x\nFROM a\n')).toEqual(['WorkdirRelativePath: FROM a']);
  });
});

describe('choosing checks', () => {
  const bad = 'FROM alpine as a\nWORKDIR x\n';

  it('skips what the directive names, or all', () => {
    expect(found(bad)).toEqual(['FromAsCasing', 'WorkdirRelativePath']);
    expect(found(`# check=skip=FromAsCasing\n${bad}`)).toEqual(['WorkdirRelativePath']);
    expect(found(`# check=skip=all\n${bad}`)).toEqual([]);
  });

  it('lets the build argument take the place of the directive', () => {
    expect(found(`# check=skip=all\n${bad}`, [], { 'build-arg:BUILDKIT_DOCKERFILE_CHECK': 'skip=WorkdirRelativePath' })).toEqual(['FromAsCasing']);
  });

  it('skips for one instruction what the comment above it names', () => {
    expect(found('FROM alpine\n# check=skip=JSONArgsRecommended\nCMD a\n')).toEqual([]);
    expect(found('FROM alpine\n# check=skip=JSONArgsRecommended\nENTRYPOINT a\nCMD b\n')).toEqual(['JSONArgsRecommended']);
  });

  it('turns findings into an error that names the rules once', () => {
    const { error } = checkBuild({ dockerfile: `# check=error=true\n${bad}WORKDIR y\nENV A 1\nENV B 2\n`, resolve });
    expect(error?.message).toBe('lint violation found for rules: FromAsCasing, WorkdirRelativePath, LegacyKeyValueFormat');
  });

  it('says what is wrong with options in BuildKit’s words', () => {
    const wrong = (text: string) => {
      const options = parseCheckOptions(text);
      return 'message' in options ? options.message : 'ok';
    };
    expect(wrong('skip=A,B;error=true;experimental=all')).toBe('ok');
    expect(wrong('skip')).toBe('invalid check option "skip"');
    expect(wrong('skp=A')).toBe('invalid check option "skp"');
    expect(wrong('error=yes')).toBe('failed to parse check option "error=yes": strconv.ParseBool: parsing "yes": invalid syntax');
  });

  it('prints a finding with its line, where it has one', () => {
    const place = { lines: { first: 3, last: 4 }, range: { from: 0, to: 1 } };
    const list: Parameters<typeof warningText>[0][] = [];
    const options = parseCheckOptions('');
    if ('message' in options) throw new Error(options.message);
    const lint = createLinter(options, list);
    const rule = { name: 'Rule', description: '', message: (what: string) => `bad ${what}`, bad: '', good: '' };
    lint.report(rule, place, 'x');
    lint.report(rule, { ...place, lines: { first: 0, last: 0 } }, 'y');
    expect(list.map(warningText)).toEqual(['Rule: bad x (line 3)', 'Rule: bad y']);
  });
});
