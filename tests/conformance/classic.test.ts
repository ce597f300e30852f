import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodeDigest } from '#engine/fs/index.ts';
import type { DirNode } from '#engine/fs/index.ts';
import { build } from '#engine/solver/build.ts';
import { emptyStore } from '#engine/solver/cache-store.ts';
import { buildClassic, emptyClassicStore } from '#engine/solver/classic/index.ts';
import { classicLog } from '#engine/solver/progress/classic.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { ResultTrees } from '#engine/solver/request.ts';
import type { Recording } from './recording.ts';
import { readRecordings } from './recorded.ts';
import { scenarioRequests } from './scenario.ts';

/** Scenarios whose builds the two builders do not end alike, and why. */
const differs: Readonly<Record<string, string>> = {
  'arg-inherited-by-child-stage': 'ARGs are not inherited by a stage that starts from another.',
  'arg-platform-args': 'There are no platform arguments.',
  'arg-proxy-predefined': 'A proxy is passed in the spelling in which it was given.',
  'cache-chmod-directory': 'The whole context is sent, folders’ modes too.',
  'cache-same-size-same-mtime-edit': 'The whole context is sent, whatever its times say.',
  'copy-dot-with-symlinks': 'A link counts as what it leads to: a new text of the link alone is not noticed.',
  'copy-multiple-sources': 'Several sources need a slash at the end of the destination.',
  'cur-dir-mode': 'The whole context is sent, folders’ modes too.',
  'cur-two-platforms-arg-low': 'One platform is built, and there are no platform arguments.',
  'cur-two-platforms-arg-top': 'One platform is built, and there are no platform arguments.',
  'error-duplicate-stage-name': 'Stage names may not be used twice.',
  'ignore-specific-file': 'Only `.dockerignore` is read.',
  'ignore-specific-for-named-dockerfile': 'Only `.dockerignore` is read.',
  'lint-duplicate-stage-name': 'Stage names may not be used twice.',
  'lint-redundant-target-platform': 'There are no platform arguments.',
  'lint-workdir-relative-path': 'WORKDIR makes folders of root, whoever USER is.',
  'platform-flag': 'There are no platform arguments.',
  'platform-two': 'There are no platform arguments.',
  'run-heredoc': 'Heredocs are not read.',
  'run-heredoc-shebang': 'Heredocs are not read.',
  'stage-name-case': 'Stage names are the same in any case.',
  'stage-unused-skipped': 'A stage that nothing needs runs, and may fail.',
};

/** What the classic builder has no word for. */
const buildKitOnly = /requires BuildKit|no source files were specified/;

/** Files at the end of the target stage. */
function filesOf(record: BuildRecord, trees: ResultTrees): DirNode | undefined {
  const last = record.stages.find(({ target }) => target)?.steps.at(-1);
  const vertex = record.steps.find(({ id }) => id === last)?.vertex;
  return vertex && trees.get(vertex);
}

/** The first build that ends otherwise, in a few words. */
function firstDifference(recording: Recording): string | undefined {
  let [store, cache] = [emptyClassicStore, emptyStore];
  for (const request of scenarioRequests(recording)) {
    const classic = buildClassic({ ...request, store });
    const real = build({ ...request, store: cache });
    [store, cache] = [classic.store, real.store];
    expect(classicLog(classic.record)).toMatch(/\n$/);
    if (buildKitOnly.test(classic.record.error?.message ?? '') || request.namedContexts || request.options.contexts) continue;
    if (classic.record.ok !== real.record.ok) return `build ${request.number}: ${classic.record.error?.message ?? 'no error'}, but ${real.record.error?.message ?? 'no error'}`;
    const [files, expected] = [filesOf(classic.record, classic.trees), filesOf(real.record, real.trees)];
    if (classic.record.ok && files && expected && nodeDigest(files) !== nodeDigest(expected)) return `build ${request.number}: other files`;
  }
  return undefined;
}

describe('the classic builder beside BuildKit', () => {
  const recordings = readRecordings(fileURLToPath(new URL('recorded', import.meta.url)));

  it.each(recordings.map((recording) => [recording.name, recording] as const))('%s: makes the same files, or is known not to', (name, recording) => {
    const difference = firstDifference(recording);
    if (name in differs) expect(difference).toBeDefined();
    else expect(difference).toBeUndefined();
  });

  it('is known to be different only in what is recorded', () => {
    const names = new Set(recordings.map(({ name }) => name));
    expect(Object.keys(differs).filter((name) => !names.has(name))).toEqual([]);
  });
});
